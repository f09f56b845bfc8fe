# A failure that passes by itself: the failed jobs run again, once; and after three attempts it is none.
broken_colon_on_github
printf '%s\n' "+ npm ci" "npm ERR! code ECONNRESET" "npm ERR! network read ECONNRESET" "npm ERR! network This is a problem related to network connectivity." >red.log
github_log
attempts() { grep -c "rerun-failed-jobs" world/requests.jsonl || true; }
github
regreen heal --run 7 --repo o/n --verify true --deliver pr
exits 0
says retry
says "run again"
same "$(attempts)" 1
[ ! -e world/pulls.json ] || wrong "a pull request is there"

# It is not completed now: nobody heals it, nobody asks again.
regreen heal --run 7 --repo o/n --verify true --deliver pr
exits 3
complains queued
same "$(attempts)" 1
github_ends

python3 -c 'import json; w = json.load(open("world/world.json")); w["runs"][0]["run_attempt"] = 3; json.dump(w, open("world/world.json", "w"))'
github
regreen --db third.db heal --run 7 --repo o/n --verify true --deliver pr
exits 1
says "does not pass by itself"
same "$(attempts)" 1
github_ends
