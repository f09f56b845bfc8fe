# A process that may run code finds the repair and may write nothing; one that may write runs nobody's code, and believes nothing of it.
broken_colon_on_github
github
requests() { grep '"host": "api"' world/requests.jsonl | grep -c '"method": "P' || true; }
regreen heal --run 7 --repo o/n --verify "$colon" --unattended --save case.json
exits 0
same "$(requests)" 0
cp -r state mended
rm -rf state

regreen deliver case.json --run 7 --repo o/n
exits 0
says "patched"
says https://github.com/o/n/pull/1
regreen deliver case.json --repo o/n
exits 1
says "proposed already"
same "$(python3 -c 'import json; print(len(json.load(open("world/pulls.json"))))')" 1

fresh() {
  rm -f world/pulls.json
  git -C world/o/n.git for-each-ref --format='delete %(refname)' 'refs/heads/fix/*' | git -C world/o/n.git update-ref --stdin
}
nothing_there() { [ ! -e world/pulls.json ] || wrong "a pull request is there"; }
forge() { python3 - "$1" <<'PY'
import json, sys
case = json.load(open("case.json"))
bodies = {chapter["kind"]: chapter["body"] for chapter in case["chapters"]}
attempt, outcome = bodies["attempt"], bodies["outcome"]
def change(edit):
    for body in (attempt, outcome):
        for one in body["patch"]: edit(one)
exec(sys.argv[1])
json.dump(case, open("forged.json", "w"))
PY
}

# What somebody else wrote into it is found, whatever it is.
deny() {
  fresh
  forge "$1"
  regreen deliver forged.json --run 7 --repo o/n
  exits "$3"
  [[ $out$err == *"$2"* ]] || wrong "expected: $2"
  nothing_there
}
deny 'change(lambda one: one.update(before="def total(a, b): pass\n"))' "deliver.other-files" 1
deny 'outcome["patch"] = outcome["patch"] + [dict(outcome["patch"][0], path="other.py", before=None)]' "deliver.other-patch" 1
deny 'change(lambda one: one.update(path=".github/workflows/ci.yml", before=None, after="on: push\n"))' "policy.protected-file" 1
deny 'change(lambda one: one.update(path="../outside.py", before=None))' "guard.path" 1
deny 'attempt["remedy"] = "workflow.trust-me"' "deliver.unknown-remedy" 1
deny 'change(lambda one: one.update(after="token = \"ghp_0123456789abcdefghijABCDEFGHIJ012345\"\n"))' "guard.secret" 1
deny 'bodies["run"]["run"] = "8.1"' "not of its run" 3
deny 'case["chapters"] = case["chapters"][:2]' "no decision" 3
deny 'case["schema"] = "regreen.case/2"' "no case" 3
deny 'case["chapters"][0]["body"] = []' "" 3

# What policy and guards say counts as it is now.
fresh
write strict.yml <<<'disabled_remedies: ["python.*"]'
regreen deliver case.json --run 7 --repo o/n --config strict.yml
exits 1
says "by policy."
write strict.yml <<<'enabled: false'
regreen deliver case.json --run 7 --repo o/n --config strict.yml
exits 1
says "policy.disabled"
nothing_there

regreen deliver nowhere.json --run 7 --repo o/n
exits 3
regreen deliver case.json --run 9 --repo o/n
exits 3
github_ends
