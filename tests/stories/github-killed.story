# Killed at any moment, healed again: one branch, one pull request, nothing left lying about. (KILLS=500 for more moments.)
broken_colon_on_github
github
began=$EPOCHREALTIME
regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
whole=$(python3 -c "print($EPOCHREALTIME - $began)")
kills=${KILLS:-12}
for ((at = 1; at <= kills; ++at)); do
  rm -rf world/pulls.json state
  git -C world/o/n.git for-each-ref --format='delete %(refname)' 'refs/heads/fix/*' | git -C world/o/n.git update-ref --stdin
  "$program" heal --run 7 --repo o/n --verify "$colon" --deliver pr >/dev/null 2>&1 &
  healer=$!
  sleep "$(python3 -c "print($whole * $at / $kills)")"
  kill -9 $healer 2>/dev/null || true
  wait $healer 2>/dev/null || true
  regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
  exits 0
  says https://github.com/o/n/pull/1
  same "$(python3 -c 'import json; p = json.load(open("world/pulls.json")); print(len(p), len(p[0]["labels"]))')" "1 3"
  [ "$(git -C world/o/n.git for-each-ref refs/heads/fix | wc -l)" -eq 1 ] || wrong "killed at $at of $kills: more than one branch"
done
github_ends
