# CI is the verifier: the repair is pushed to a branch of its own, and proposed only where the run's own workflow is green with it.
broken_colon_on_github
world() { python3 -c 'import json, sys; world = json.load(open("world/world.json")); exec(sys.argv[1]); json.dump(world, open("world/world.json", "w"))' "$1"; }
built() { python3 -c 'import json; print([(one["event"], one["exit"]) for one in map(json.loads, open("world/built.jsonl"))])'; }
branches() { git -C world/o/n.git for-each-ref --format='%(refname:short)' refs/heads | tr '\n' ' '; }
pulls() { python3 -c 'import json,sys; p = json.load(open("world/pulls.json")); print(eval(sys.argv[1]))' "$1"; }
heal() { regreen --db "$1" heal --run 7 --repo o/n --verify ci --deliver pr "${@:2}"; }
world 'world["ci"] = {"command": "python3 check.py", "branches": ["fix/auto-*"], "takes_s": 1}'

# Green: the request is opened from the very commit that CI built.
github
heal a.db
exits 0
says https://github.com/o/n/pull/1
same "$(built)" "[('push', 0)]"
same "$(git -C world/o/n.git rev-parse fix/auto-20260131-120000)" "$(python3 -c 'import json; print(json.loads(open("world/built.jsonl").readline())["sha"])')"
[[ "$(pulls 'p[0]["body"]')" == *"CI failed before the change and is green with it"* ]] || wrong "the request does not say what proves it"
asked=$(grep '"host": "api"' world/requests.jsonl)
[ "$(grep -c '"method": "P' <<<"$asked")" -le 8 ] || wrong "it writes too often: $asked"
heal b.db
same "$(pulls 'len(p)')" 1
github_ends

# Red: the attempt goes, nothing is proposed. What else fails shows in the log of that run, and is healed next.
rm -f world/pulls.json world/built.jsonl
git -C world/o/n.git update-ref -d refs/heads/fix/auto-20260131-120000
world 'world["ci"]["command"] = "python3 check.py && python3 -c \"raise SystemExit(\\\"no\\\")\""'
github
heal c.db
exits 1
same "$(branches)" "main "
[ ! -e world/pulls.json ] || wrong "something is proposed"
[[ "$(built)" == *"('push', 1)"* ]] || wrong "CI did not build it"
github_ends

# A failure behind the first shows in CI's log of the attempt, and the next attempt mends both.
git clone -q world/o/n.git more
git -C more config user.name Bo
git -C more config user.email bo@example.org
write more/check.py <<<$'from total import total\nfrom other import twice\nassert twice(total(1, 2)) == 6'
write more/other.py <<<$'def twice(a)\n    return 2 * a'
commit_all more second
git -C more push -q origin HEAD:main
second=$(git -C more rev-parse HEAD)
rm -f world/built.jsonl
world "world['ci']['command'] = 'python3 check.py'; world['runs'][0]['head_sha'] = '$second'"
github
heal two.db
exits 0
same "$(built)" "[('push', 1), ('push', 0)]"
same "$(git -C world/o/n.git diff --stat=80 main fix/auto-20260131-120000 | tail -1)" " 2 files changed, 2 insertions(+), 2 deletions(-)"
github_ends
git -C world/o/n.git update-ref -d refs/heads/fix/auto-20260131-120000
git -C world/o/n.git update-ref refs/heads/main "$head"
world "world['runs'][0]['head_sha'] = '$head'"
rm world/pulls.json

# Killed while CI is at it: whoever comes next finds the branch and its run, and nothing is built twice.
rm -f world/built.jsonl
world 'world["ci"].update(command="python3 check.py", takes_s=3)'
github
"$program" --db d.db heal --run 7 --repo o/n --verify ci --deliver pr >/dev/null 2>&1 &
killed=$!
for ((i = 0; i < 200; ++i)); do [ "$(branches)" = "main " ] || break; sleep 0.05; done
sleep 0.5
kill -9 "$killed"
wait "$killed" 2>/dev/null || true
heal d.db
exits 0
same "$(built)" "[('push', 0)]"
same "$(pulls 'len(p)')" 1
github_ends

# A workflow's own token begins nothing by a push: it is dispatched. Where that cannot be, people are told what to do, and no branch stays.
rm -f world/built.jsonl world/pulls.json
git -C world/o/n.git update-ref -d refs/heads/fix/auto-20260131-120000
world 'world["ci"].update(dispatch=True, takes_s=0); world["own_token"] = True'
github
GITHUB_ACTIONS=true heal e.db
exits 0
same "$(built)" "[('workflow_dispatch', 0)]"
github_ends
rm -f world/pulls.json
git -C world/o/n.git update-ref -d refs/heads/fix/auto-20260131-120000
world 'world["ci"]["dispatch"] = False'
github
GITHUB_ACTIONS=true heal f.db
exits 3
complains "does not build fix/auto-20260131-120000"
same "$(branches)" "main "
github_ends

# Only of what GitHub is shown can it be asked; what passes by itself is not tried in vain.
regreen heal --run 7 --repo o/n --verify ci
exits 3
complains "--deliver pr"
printf '%s\n' "+ npm ci" "npm ERR! code ECONNRESET" "npm ERR! network read ECONNRESET" >red.log
github_log
github
heal g.db
exits 0
says "retry"
github_ends
