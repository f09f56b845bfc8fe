# A repair that lies in the lines of a pull request's diff is suggested there, where the configuration wants that: in one review, once.
write repo/total.py <<<$'def total(a, b):\n    return a + b'
write repo/check.py <<<$'from total import total\nassert total(1, 2) == 3\nprint("all well")'
make_repository repo
git -C repo checkout -q -b topic
sed -i '1s/:$//' repo/total.py
commit_all repo 'a change'
red repo "$colon"
on_github
git -C world/o/n.git branch -f main "$head^"
python3 - <<'PY'
import json
world = json.load(open("world/world.json"))
world["runs"][0].update(head_branch="topic", event="pull_request", pull_requests=[1])
json.dump(world, open("world/world.json", "w"))
PY
asks() {
  write world/pulls.json <<<'[{"number": 1, "repository": "o/n", "state": "open", "title": "t", "body": "", "head": "topic", "base": "main",
    "draft": false, "labels": [], "reviewers": [], "html_url": "https://github.com/o/n/pull/1"}]'
}
asks
write suggest.yml <<<'suggest: true'
reviews() { python3 -c 'import json,sys; r = json.load(open("world/reviews.json")); print(eval(sys.argv[1]))' "$1"; }
heal_run() { XDG_STATE_HOME=$folder/state-$1 regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr --config suggest.yml "${@:2}"; }
nothing_else() {
  same "$(python3 -c 'import json; print(len(json.load(open("world/pulls.json"))))')" 1
  same "$(git -C world/o/n.git for-each-ref refs/heads/fix | wc -l)" 0
}
github

heal_run a
exits 0
says "https://github.com/o/n/pull/1#pullrequestreview-700"
same "$(reviews '[(one["state"], one["commit_id"]) for one in r]')" "[('COMMENTED', '$head')]"
same "$(reviews 'r[0]["comments"]')" "[{'body': '\`\`\`suggestion\\ndef total(a, b):\\n\`\`\`', 'line': 1, 'path': 'total.py', 'side': 'RIGHT'}]"
[[ "$(reviews 'r[0]["body"]')" == *"### What proves it"*"python3 check.py"*"<!-- regreen "* ]] || wrong "the review says: $(reviews 'r[0]["body"]')"
nothing_else

# By somebody else, and unattended: it is there already.
heal_run b
exits 0
says "#pullrequestreview-700"
heal_run c --unattended
same "$(reviews 'len(r)')" 1
nothing_else

# Somebody was killed before it went out.
python3 -c 'import json; r = json.load(open("world/reviews.json")); r[0]["state"] = "PENDING"; json.dump(r, open("world/reviews.json", "w"))'
heal_run d
same "$(reviews '[one["state"] for one in r]')" "['COMMENTED']"
github_ends

# Several at the same moment.
python3 -c 'import json; w = json.load(open("world/world.json")); w["latency_s"] = 0.3; json.dump(w, open("world/world.json", "w"))'
for round in 1 2; do
  rm world/reviews.json
  github
  healers=()
  for who in x y z; do
    XDG_STATE_HOME=$folder/state-$round$who "$program" heal --run 7 --repo o/n --verify "$colon" --deliver pr --config suggest.yml >"$who.out" 2>"$who.err" &
    healers+=($!)
  done
  for who in "${healers[@]}"; do wait "$who" || wrong "one of them failed: $(cat ./?.out ./?.err)"; done
  same "$(reviews '[one["state"] for one in r]')" "['COMMENTED']"
  nothing_else
  github_ends
done

# What the pull request does not touch is repaired as ever: in a request of its own.
rm world/reviews.json
git -C world/o/n.git branch -f main topic
git -C repo commit -q --allow-empty -m later
git -C world/o/n.git fetch -q "$folder/repo" +HEAD:refs/heads/topic
python3 - "$(git -C repo rev-parse HEAD)" <<'PY'
import json, sys
world = json.load(open("world/world.json"))
world["runs"][0]["head_sha"] = sys.argv[1]
json.dump(world, open("world/world.json", "w"))
PY
github
heal_run e
exits 0
says https://github.com/o/n/pull/2
[ ! -f world/reviews.json ] || wrong "there is a review"
github_ends
