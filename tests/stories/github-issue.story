# A failure that people have to mend, of a run that no pull request is told about: one issue, where the configuration wants that; the repair
# that comes later closes it.
broken_colon_on_github
git clone -q world/o/n.git policy
git -C policy config user.name Bo
git -C policy config user.email bo@example.org
write policy/.github/regreen.yml <<<$'tracking_issue: true\nprotected_files: ["total.py"]'
commit_all policy policy
git -C policy push -q origin HEAD:policy
git -C world/o/n.git symbolic-ref HEAD refs/heads/policy
watch() { regreen --db "$1.db" heal --run 7 --repo o/n --verify "$colon" --deliver pr --unattended; }
issues() { python3 -c 'import json,sys; i = json.load(open("world/issues.json")); print(eval(sys.argv[1]))' "$1"; }

github
watch one
exits 1
says "policy.protected-file"
says "https://github.com/o/n/issues/500"
watch two
exits 1
same "$(issues '[(one["number"], [label["name"] for label in one["labels"]]) for one in i]')" "[(500, ['auto-heal'])]"
[[ "$(issues 'i[0]["body"]')" == *"actions/runs/7"* ]] || wrong "the issue does not name the run"

# A person allows it.
write policy/.github/regreen.yml <<<'tracking_issue: true'
commit_all policy policy
git -C policy push -q origin HEAD:policy
watch three
exits 0
same "$(python3 -c 'import json; print("Closes #500" in json.load(open("world/pulls.json"))[0]["body"])')" True
github_ends
