# Several tell people of the same failure at the same moment: one comment, and one issue.
broken_colon_on_github
world() { python3 - "$1" <<'PY'
import json, sys
world = json.load(open("world/world.json"))
run = world["runs"][0]
exec(sys.argv[1])
json.dump(world, open("world/world.json", "w"))
PY
}
count() { python3 -c 'import json,sys; print(len([one for one in json.load(open(sys.argv[1])) if one.get("state", "open") == "open"]))' "$1"; }
world 'world["latency_s"] = 0.3'
git clone -q world/o/n.git policy
git -C policy config user.name Bo
git -C policy config user.email bo@example.org
write policy/.github/regreen.yml <<<$'tracking_issue: true\nprotected_files: ["total.py"]'
commit_all policy policy
git -C policy push -q origin HEAD:policy
git -C world/o/n.git symbolic-ref HEAD refs/heads/policy
several() {
  local healers=() who
  for who in a b c; do
    XDG_STATE_HOME=$folder/state-$1$who "$program" heal --run 7 --repo o/n --verify "$colon" --deliver pr --unattended >"$who.out" 2>"$who.err" &
    healers+=($!)
  done
  for who in "${healers[@]}"; do wait "$who" || true; done
}

for round in 1 2 3; do
  rm -f world/issues.json
  github
  several "issue$round"
  same "$(count world/issues.json)" 1
  github_ends
done

git -C world/o/n.git branch topic "$head"
world 'run.update(head_branch="topic", event="pull_request", pull_requests=[1])'
for round in 1 2 3; do
  rm -f world/comments.json
  write world/pulls.json <<<'[{"number": 1, "repository": "o/n", "state": "open", "title": "t", "body": "", "head": "topic", "base": "main",
    "draft": false, "labels": [], "reviewers": [], "html_url": "https://github.com/o/n/pull/1"}]'
  github
  several "comment$round"
  same "$(count world/comments.json)" 1
  github_ends
done
