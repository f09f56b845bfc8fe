# After the proposal, with nobody watching: whatever comes, once or twice, is answered by one move. The pull request of the red run has
# one comment, edited in place.
broken_colon_on_github
world() { python3 - "$1" <<'PY'
import json, sys
world = json.load(open("world/world.json"))
runs = {run["id"]: run for run in world["runs"]}
exec(sys.argv[1])
json.dump(world, open("world/world.json", "w"))
PY
}
pulls() { python3 -c 'import json,sys; p = json.load(open("world/pulls.json")); print(eval(sys.argv[1]))' "$1"; }
comments() { python3 -c 'import json,sys; c = json.load(open("world/comments.json")); print(eval(sys.argv[1]))' "$1"; }
watch() { regreen heal --run "$1" --repo o/n --verify "$colon" --deliver pr --unattended; }

# The red run is of pull request 1, of a colleague's branch.
git -C world/o/n.git branch topic "$head"
world 'runs[7].update(head_branch="topic", event="pull_request", pull_requests=[1])'
write world/pulls.json <<<'[{"number": 1, "repository": "o/n", "state": "open", "title": "t", "body": "", "head": "topic", "base": "main",
  "draft": false, "labels": [], "reviewers": [], "html_url": "https://github.com/o/n/pull/1"}]'
github
watch 7
exits 0
says https://github.com/o/n/pull/2
asked=$(grep '"host": "api"' world/requests.jsonl)
[ "$(grep -vc '"method": "P' <<<"$asked")" -le 12 ] || wrong "it reads too often: $asked"
[ "$(grep -c '"method": "P' <<<"$asked")" -le 8 ] || wrong "it writes too often: $asked"
same "$(pulls '[(p[1]["base"], p[1]["draft"])]')" "[('topic', True)]"
same "$(comments '[one["number"] for one in c]')" "[1]"
[[ "$(comments 'c[0]["body"]')" == *"https://github.com/o/n/pull/2"* ]] || wrong "the comment does not name the request"

# The same event again: nothing is done, and the comment stays as it is.
comments 'c[0]["body"]' >comment.before
watch 7
exits 1
says "proposed already: https://github.com/o/n/pull/2"
regreen --db other.db heal --run 7 --repo o/n --verify "$colon" --deliver pr --unattended
exits 1
same "$(pulls 'len(p)') $(comments 'len(c)')" "2 1"
same "$(comments 'c[0]["body"]')" "$(cat comment.before)"
github_ends

# The checks of our own branch: green is confirmed once, red in the same way is withdrawn, and nothing of ours is ever healed.
own=$(pulls 'p[1]["head"]')
sha=$(git -C world/o/n.git rev-parse "$own")
world "world['runs'].append(dict(runs[7], id=8, head_sha='$sha', head_branch='$own', pull_requests=[2], conclusion='success'))"
python3 - <<'PY'
import zipfile
with zipfile.ZipFile("world/green.zip", "w") as run:
    run.writestr("0_build.txt", "2026-01-31T12:00:00.0000000Z ##[group]Run make\n2026-01-31T12:00:01.0000000Z all well\n")
PY
world 'runs[8]["log"] = "green.zip"'
github
watch 8
exits 0
same "$(pulls '[label["name"] for label in p[1]["labels"]][-1]')" auto-heal-success
watch 8
exits 0
same "$(grep -c '"POST".*/issues/2/labels' world/requests.jsonl)" 2
github_ends

world 'runs[8].update(conclusion="failure", log="run.zip", run_attempt=2)'
github
watch 8
exits 1
says "does not mend it"
same "$(pulls 'p[1]["state"]')" closed
same "$(comments '[one["number"] for one in c]')" "[1, 2]"
watch 8
exits 1
says "not healed"
same "$(comments 'len(c)')" 2

# Somebody closed it: that was a no, for whoever comes with the same failure of the same branch.
watch 7
exits 1
says "somebody closed it"
same "$(pulls 'len(p)')" 2
github_ends

# A run that is no failure is left alone; one of a fork is looked at, and its pull request is told what was found.
world 'runs[7].update(conclusion="cancelled")'
github
watch 7
exits 0
says "did not fail"
github_ends
python3 - <<'PY'
import json
pulls = json.load(open("world/pulls.json"))
pulls.append(dict(pulls[0], number=3, head="patch", head_repository="eve/n", head_sha=json.load(open("world/world.json"))["runs"][0]["head_sha"]))
json.dump(pulls, open("world/pulls.json", "w"))
PY
world 'runs[7].update(conclusion="failure", head_repository="eve/n", head_branch="patch", pull_requests=[])'
github
watch 7
exits 1
says "of a fork"
same "$(comments '[one["number"] for one in c]')" "[1, 2, 3]"
same "$(pulls 'len(p)')" 3
github_ends

# Nobody is told where the configuration says so.
git clone -q world/o/n.git policy
git -C policy config user.name Bo
git -C policy config user.email bo@example.org
write policy/.github/regreen.yml <<<'comments: false'
commit_all policy policy
git -C policy push -q origin HEAD:main
rm world/comments.json
github
regreen --db quiet.db heal --run 7 --repo o/n --verify "$colon" --deliver pr --unattended
exits 1
[ ! -e world/comments.json ] || wrong "somebody was told"
github_ends

# Who says no at a prompt closes the request, and why is kept.
world 'runs[7].update(head_repository="o/n", head_branch="topic")'
rm world/pulls.json
git -C world/o/n.git for-each-ref --format='delete %(refname)' 'refs/heads/fix/*' | git -C world/o/n.git update-ref --stdin
github
regreen --db no.db heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
regreen --db no.db reject --reason incorrect_fix
exits 0
same "$(pulls 'p[0]["state"]')" closed
grep -q "Rejected: incorrect_fix" world/comments.json || wrong "the request does not say why"
regreen --db no.db explain
says "rejected: incorrect_fix"
github_ends
