# A GitHub App says in a neutral check run why a run failed, beside the code: one for each workflow of a commit, edited in place.
needs openssl
broken_colon_on_github
# The log names files as a runner does.
sed -i "s|$folder/repo/|/home/runner/work/n/n/|" red.log
github_log
openssl genrsa -traditional 2048 >app.pem 2>/dev/null
openssl rsa -in app.pem -pubout >world/app.pub 2>/dev/null
app() { python3 - "$1" <<'PY'
import json, sys
world = json.load(open("world/world.json"))
world.pop("token", None)
world["app"] = {"id": 4711, "key": "app.pub", "permissions": json.loads(sys.argv[1])}
json.dump(world, open("world/world.json", "w"))
PY
}
checks() { python3 -c 'import json,sys; c = json.load(open("world/checks.json")); print(eval(sys.argv[1]))' "$1"; }
watch() { regreen --db "$1.db" heal --run 7 --repo o/n --verify "$colon" --deliver pr --unattended "${@:2}"; }
all='{"actions": "write", "checks": "write", "contents": "write", "metadata": "read", "pull_requests": "write", "issues": "write"}'
app "$all"
export GITHUB_APP_ID=4711 GITHUB_APP_PRIVATE_KEY="$folder/app.pem"

# A failure that people have to mend.
write human.yml <<<'protected_files: ["total.py"]'
github
unset GITHUB_TOKEN
watch one --config human.yml
exits 1
says "policy.protected-file"
same "$(checks '[(one["name"], one["conclusion"], one["external_id"], one["title"]) for one in c]')" \
  "[('regreen (CI)', 'neutral', 'regreen 5', \"syntax_error: Python source does not parse: expected ':'\")]"
same "$(checks 'c[0]["head_sha"]')" "$head"
same "$(checks '[(one["path"], one["start_line"], one["annotation_level"], one["title"]) for one in c[0]["annotations"]]')" "[('total.py', 1, 'failure', 'syntax_error')]"
[[ "$(checks 'c[0]["summary"]')" == *"94 % sure"* ]] || wrong "the summary: $(checks 'c[0]["summary"]')"

# Again, it says so already; repaired, it says where.
written() { grep -c '"method": "P[A-Z]*", "path": "/repos/o/n/check-runs' world/requests.jsonl || true; }
same "$(written)" 1
watch two --config human.yml
same "$(written)" 1
watch three
exits 0
says https://github.com/o/n/pull/1
same "$(written)" 2
same "$(checks '(len(c), len(c[0]["annotations"]), c[0]["summary"].rstrip().endswith("A repair is proposed: https://github.com/o/n/pull/1"))')" "(1, 1, True)"
regreen doctor --repo o/n
says "as a GitHub App"
says_not "no check runs"
github_ends

# Not where it is not wanted, and not where the App may not: nothing else is the worse for that.
fresh() {
  rm -f world/pulls.json world/checks.json
  git -C world/o/n.git for-each-ref --format='delete %(refname)' 'refs/heads/fix/*' | git -C world/o/n.git update-ref --stdin
}
fresh
github
unset GITHUB_TOKEN
regreen --db saved.db heal --run 7 --repo o/n --verify "$colon" --unattended --save case.json
python3 - <<'PY'
import json
case = json.load(open("case.json"))
for chapter in case["chapters"]:
    if chapter["kind"] == "diagnoses":
        causes = chapter["body"] if isinstance(chapter["body"], list) else next(iter(chapter["body"].values()))
        for line in range(2, 121):
            causes.append({**causes[0], "locations": [{**causes[0]["locations"][0], "line": line}]})
json.dump(case, open("case.json", "w"))
PY
regreen deliver case.json --run 7 --repo o/n
exits 0
same "$(checks '[one["start_line"] for one in c[0]["annotations"]] == list(range(1, 121))')" True  # 50 a call
github_ends
fresh
github
unset GITHUB_TOKEN
write quiet.yml <<<'check_runs: false'
watch four --config quiet.yml
exits 0
[ ! -f world/checks.json ] || wrong "a check run that nobody wants"
github_ends
fresh
app "${all/\"checks\": \"write\", /}"
github
unset GITHUB_TOKEN
watch five
exits 0
says https://github.com/o/n/pull/1
[ ! -f world/checks.json ] || wrong "a check run without the right to"
regreen doctor --repo o/n
says "makes no check runs: the App lacks checks: write"
github_ends
