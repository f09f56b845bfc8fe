# (In full, 10 minutes: FAULTS="429 403 500 html empty cut close lost".) Whatever GitHub does to any request of a heal, it ends clearly; healing again finishes what was begun, and nothing is there twice.
broken_colon_on_github
github
regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
github_ends
# The API's own requests; of what follows the log, the store answers.
count=$(grep -c '"host": "api"' world/requests.jsonl)
writes=$(grep -c '"method": "P' <(grep '"host": "api"' world/requests.jsonl))
[ $((count - writes)) -le 12 ] || wrong "one heal reads $((count - writes)) times"
[ "$writes" -le 8 ] || wrong "one heal writes $writes times"

reset() {
  rm -rf world/pulls.json world/requests.jsonl state
  git -C world/o/n.git for-each-ref --format='delete %(refname)' 'refs/heads/fix/*' | git -C world/o/n.git update-ref --stdin
}

for fault in ${FAULTS:-html lost}; do
  for ((at = 1; at <= count; ++at)); do
    reset
    github "$at:$fault"
    regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
    [[ $code -eq 0 || $code -eq 1 || $code -eq 3 ]] || wrong "$fault at request $at: exit $code"
    [[ $code -eq 0 || -n $err || $out == *refused* ]] || wrong "$fault at request $at: no word of why"
    [[ $fault != 429 && $fault != 403 || $code -eq 0 ]] || wrong "$fault at request $at: a limit is waited for"
    regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
    exits 0
    says https://github.com/o/n/pull/1
      [ "$(git -C world/o/n.git for-each-ref refs/heads/fix | wc -l)" -eq 1 ] || wrong "$fault at request $at: more than one branch"
    same "$(python3 -c 'import json; print(len(json.load(open("world/pulls.json"))))')" 1
    same "$(grep -c '"host": "store".*"token": true' world/requests.jsonl || true)" 0
    github_ends
  done
done
