# Failed jobs run again once: when the answer is lost, and when several ask at the same moment.
broken_colon_on_github
printf '%s\n' "+ npm ci" "npm ERR! code ECONNRESET" "npm ERR! network read ECONNRESET" "npm ERR! network This is a problem related to network connectivity." >red.log
github_log
attempt() { python3 -c 'import json, os, urllib.request as u; print(json.load(u.urlopen(u.Request(os.environ["GITHUB_API_URL"] + "/repos/o/n/actions/runs/7", headers={"Accept": "application/json", "X-GitHub-Api-Version": "2022-11-28"})))["run_attempt"])'; }
github
regreen heal --run 7 --repo o/n --verify true --deliver pr
exits 0
at=$(grep '"host": "api"' world/requests.jsonl | grep -n rerun-failed-jobs | cut -d: -f1)
github_ends

github "$at:lost"
regreen --db lost.db heal --run 7 --repo o/n --verify true --deliver pr
exits 0
says "run again"
same "$(attempt)" 2
github_ends

for round in 1 2 3; do
  github
  healers=()
  for who in a b c; do
    "$program" --db "$who$round.db" heal --run 7 --repo o/n --verify true --deliver pr >"$who.out" 2>"$who.err" &
    healers+=($!)
  done
  for healer in "${healers[@]}"; do wait "$healer" || true; done
  for who in a b c; do
    grep -q "run again\|queued" "$who.out" "$who.err" || wrong "round $round, $who: $(cat $who.out $who.err)"
  done
  same "$(attempt)" 2
    github_ends
done
