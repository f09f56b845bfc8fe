# A pull request is red because what it is to be merged into is red in the same way: that is looked up, proved by that run's log, and said;
# the pull request is not healed for it. A base that fails otherwise, or is green, is no excuse.
broken_colon_on_github
git -C world/o/n.git branch topic "$head"
main() { python3 - "$1" <<'PY'
import json, sys
world = json.load(open("world/world.json"))
run = world["runs"][0]
run.update(head_branch="topic", event="pull_request", pull_requests=[1])
world["runs"] = [run, dict(run, id=6, head_branch="main", event="push", pull_requests=[], **json.loads(sys.argv[1]))]
json.dump(world, open("world/world.json", "w"))
PY
}
write world/pulls.json <<<'[{"number": 1, "repository": "o/n", "state": "open", "title": "t", "body": "", "head": "topic", "base": "main",
  "draft": false, "labels": [], "reviewers": [], "html_url": "https://github.com/o/n/pull/1"}]'
watch() { regreen --db "$1.db" heal --run 7 --repo o/n --verify "$colon" --deliver pr --unattended; }
requests() { python3 -c 'import json; print(len(json.load(open("world/pulls.json"))))'; }

main '{"conclusion": "failure"}'
github
watch same
exits 1
says "fails in the same way: https://github.com/o/n/actions/runs/6"
same "$(requests)" 1
grep -q "fails in the same way" world/comments.json || wrong "the pull request is not told"
regreen --db typed.db heal --run 7 --repo o/n --verify "$colon"
exits 0
says "fails in the same way"
github_ends

printf 'make: *** No rule to make target "all".  Stop.\n##[error]Process completed with exit code 2.\n' >world/other.txt
rm world/requests.jsonl
main '{"conclusion": "failure", "log": null, "jobs": [{"id": 60, "name": "build", "conclusion": "failure", "log": "other.txt"}]}'
github
watch other
exits 0
same "$(requests)" 2
asked=$(grep '"host": "api"' world/requests.jsonl)
[ "$(grep -vc '"method": "P' <<<"$asked")" -le 15 ] || wrong "it reads too often: $asked"
[ "$(grep -c '"method": "P' <<<"$asked")" -le 8 ] || wrong "it writes too often: $asked"
github_ends
