# A red run on GitHub becomes a draft pull request, once: by its id alone, with no checkout of the user's.
broken_colon_on_github
github

regreen diagnose --run 7 --repo o/n --format json
exits 0
has .runs[0].diagnoses[0].category syntax_error
has .runs[0].source https://github.com/o/n/actions/runs/7

regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
says https://github.com/o/n/pull/1
pull=$(python3 -c 'import json; print(json.dumps(json.load(open("world/pulls.json"))[0]))')
has .draft true "$pull"
has .base main "$pull"
has .title "[Auto-Fix] syntax_error: Python source does not parse: expected ':'" "$pull"
has .labels '[{"name": "auto-fix"}, {"name": "ci"}, {"name": "review-required"}]' "$pull"
has .reviewers '["ada"]' "$pull"
branch=$(python3 -c 'import json,sys; print(json.loads(sys.argv[1])["head"])' "$pull")
same "$branch" fix/auto-20260131-120000
same "$(git -C world/o/n.git rev-parse "$branch^")" "$head"
same "$(git -C world/o/n.git diff --name-only "$head" "$branch")" total.py
same "$(git -C world/o/n.git show "$branch:total.py" | head -1)" "def total(a, b):"
same "$(git -C world/o/n.git rev-parse main)" "$head"

# Once more, and by somebody who has no history of it: the same request.
regreen heal --latest --repo o/n --verify "$colon" --deliver pr
exits 0
says https://github.com/o/n/pull/1
regreen --db other.db heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
says https://github.com/o/n/pull/1
same "$(git -C world/o/n.git for-each-ref --format='%(refname)' 'refs/heads/fix/*' | wc -l)" 1
same "$(python3 -c 'import json; print(len(json.load(open("world/pulls.json"))))')" 1

# A workflow's own token starts no checks: the request says so.
rm world/pulls.json
git -C world/o/n.git update-ref -d "refs/heads/$branch"
export GITHUB_ACTIONS=true
regreen --db action.db heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
grep -q "starts no checks" world/pulls.json || wrong "nobody is told that no checks run"

# The store of logs never saw the token; git and the API did.
same "$(grep -c '"host": "store".*"token": true' world/requests.jsonl || true)" 0
! grep -rqF "$token" state .out .err 2>/dev/null || wrong "the token lies somewhere"
github_ends
