# As in github-faults, where the repair goes to the branch itself, and where the failed jobs run again: done once in the end, whatever came between. (FAULTS as there.)
broken_colon_on_github
git -C world/o/n.git branch topic "$head"
world() { python3 -c 'import json,sys; w = json.load(open("world/world.json")); exec(sys.argv[1]); json.dump(w, open("world/world.json", "w"))' "$1"; }
world 'w["runs"][0]["head_branch"] = "topic"'
ends_clearly() {
  [[ $code -eq 0 || $code -eq 1 || $code -eq 3 ]] || wrong "$fault at request $at: exit $code"
  [[ $code -eq 0 || -n $err || $out == *refused* ]] || wrong "$fault at request $at: no word of why"
}
requests() { grep -c '"host": "api"' world/requests.jsonl; }

github
regreen heal --run 7 --repo o/n --verify "$colon" --deliver push
exits 0
github_ends
count=$(requests)
for fault in ${FAULTS:-lost}; do
  for ((at = 1; at <= count; ++at)); do
    rm -rf state
    git -C world/o/n.git update-ref refs/heads/topic "$head"
    github "$at:$fault"
    regreen heal --run 7 --repo o/n --verify "$colon" --deliver push
    ends_clearly
    regreen heal --run 7 --repo o/n --verify "$colon" --deliver push
    exits 0
    same "$(git -C world/o/n.git rev-parse topic^)" "$head"
    github_ends
  done
done

printf '%s\n' "+ npm ci" "npm ERR! code ECONNRESET" "npm ERR! network read ECONNRESET" "npm ERR! network This is a problem related to network connectivity." >red.log
github_log
rm -rf state world/requests.jsonl
github
regreen heal --run 7 --repo o/n --verify true --deliver pr
exits 0
github_ends
count=$(requests)
for fault in ${FAULTS:-lost}; do
  for ((at = 1; at <= count; ++at)); do
    rm -rf state world/requests.jsonl
    github "$at:$fault"
    regreen heal --run 7 --repo o/n --verify true --deliver pr
    ends_clearly
    regreen heal --run 7 --repo o/n --verify true --deliver pr
    ends_clearly
    [[ $code -eq 0 || $err == *queued* ]] || wrong "$fault at request $at: the jobs do not run again"
    same "$(python3 -c 'import json; print(sum("rerun-failed" in one["path"] and one["status"] == 201 or one["fault"] == "lost" and "rerun-failed" in one["path"] for one in map(json.loads, open("world/exchanges.jsonl"))))')" 1
    github_ends
  done
done
