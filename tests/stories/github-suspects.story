# What came in since the workflow was green is told: to who asks at a terminal, and where people have to look into it.
broken_colon
sed -i 's/total(a, b)/total(a, b):/' repo/total.py
commit_all repo "mend it"
green=$(git -C repo rev-parse HEAD)
write repo/notes.txt <<<notes
commit_all repo 'Take `notes` @ada'
write repo/total.py <<<$'def total(a, b)\n    return a + b'
commit_all repo "Sum up"
sed -i "s#$folder/repo#/home/runner/work/n/n#" red.log
on_github
write world/o/policy.yml <<<'protected_files: ["total.py"]'
python3 - "$green" <<'PY'
import json, sys
world = json.load(open("world/world.json"))
red = world["runs"][0]
world["runs"] = [dict(red, id=5, head_sha=sys.argv[1], conclusion="success"), dict(red, pull_requests=[1])]
json.dump(world, open("world/world.json", "w"))
json.dump([{"number": 1, "repository": "o/n", "state": "open", "title": "t", "body": "", "head": "topic", "base": "main", "draft": False, "labels": [],
            "reviewers": [], "html_url": "https://github.com/o/n/pull/1"}], open("world/pulls.json", "w"))
PY
github
regreen diagnose --run 7 --repo o/n
exits 0
says "Since it was green (https://github.com/o/n/actions/runs/5): 2 commits"
says "\`Sum up\`, by \`ada\`"
says "\`Take 'notes' @ada\`"
says_not "mend it"

regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr --unattended --config world/o/policy.yml
exits 1
says policy.protected-file
said=$(python3 -c 'import json; print(json.load(open("world/comments.json"))[0]["body"])')
[[ $said == *"2 commits"* && $said == *'they change `total.py`, which the failure names'* ]] || wrong "the request is not told: $said"

# Where none was green, nothing is said.
python3 - <<'PY'
import json
world = json.load(open("world/world.json"))
world["runs"] = world["runs"][1:]
json.dump(world, open("world/world.json", "w"))
PY
github_ends
github
regreen diagnose --run 7 --repo o/n
exits 0
says_not "it was green"
github_ends
