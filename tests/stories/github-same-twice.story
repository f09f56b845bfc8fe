# Two processes heal the same run at once, each with a history of its own: one branch, one pull request.
broken_colon_on_github
github
for round in 1 2 3 4; do
  rm -f world/pulls.json
  git -C world/o/n.git for-each-ref --format='delete %(refname)' 'refs/heads/fix/*' | git -C world/o/n.git update-ref --stdin
  healers=()
  for who in a b; do
    "$program" --db "$who$round.db" heal --run 7 --repo o/n --verify "$colon" --deliver pr >"$who.out" 2>"$who.err" &
    healers+=($!)
  done
  wait "${healers[@]}"
  for who in a b; do
    grep -q https://github.com/o/n/pull/1 "$who.out" || wrong "round $round, $who: $(cat $who.out $who.err)"
  done
  same "$(python3 -c 'import json; print(len(json.load(open("world/pulls.json"))))')" 1
  same "$(git -C world/o/n.git for-each-ref refs/heads/fix | wc -l)" 1
done
github_ends
