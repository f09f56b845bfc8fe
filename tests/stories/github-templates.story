# A repository puts texts of its own in the place of ours: as its default branch has them, whatever a log says, and never half a one.
broken_colon_on_github
git clone -q world/o/n.git policy
git -C policy config user.name Bo
git -C policy config user.email bo@example.org
text() {
  write "policy/.github/regreen/templates/$1"
  commit_all policy text
  git -C policy push -q origin HEAD:policy
}
fresh() {
  rm -f world/pulls.json
  git -C world/o/n.git for-each-ref --format='delete %(refname)' 'refs/heads/fix/*' | git -C world/o/n.git update-ref --stdin
}
body() { python3 -c 'import json; print(json.load(open("world/pulls.json"))[0]["body"], end="")'; }
text pull-request.md <<<$'# Hello from us\n\n{{ cause }}\n\n{{# command }}\n* proved: {{ command }}\n{{/ command }}'
text ../../regreen.yml <<<'templates: [pull-request]'
git -C world/o/n.git symbolic-ref HEAD refs/heads/policy
github

export GITHUB_ACTIONS=true GITHUB_OUTPUT=$folder/output GITHUB_STEP_SUMMARY=$folder/summary.md
regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
same "$(body | head -5)" $'# Hello from us\n\n`Python source does not parse: expected \':\'`\n\n* proved: `python3 check.py`'
same "$(grep -c '^# Hello from us' summary.md)" 1
# The mark is ours: the request is found again by somebody who has no history of it.
body | grep -q "<!-- regreen " || wrong "the mark is lost: $(body)"
regreen --db other.db heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
same "$(python3 -c 'import json; print(len(json.load(open("world/pulls.json"))))')" 1

# What the run built does not say how people are told.
fresh
git -C repo checkout -q -b other
write repo/.github/regreen/templates/pull-request.md <<<'of the run'
commit_all repo 'its own text'
git -C repo push -q "$folder/world/o/n.git" HEAD:refs/heads/main
python3 - "$(git -C repo rev-parse HEAD)" <<'PY'
import json, sys
world = json.load(open("world/world.json"))
world["runs"][0]["head_sha"] = sys.argv[1]
json.dump(world, open("world/world.json", "w"))
PY
github_ends
github
regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
body | grep -q "Hello from us" || wrong "the text is another: $(body)"

# A mistake stops it before anything is done.
fresh
text pull-request.md <<<$'fine\n{{ caus }}'
regreen --db third.db heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 3
complains ".github/regreen/templates/pull-request.md:2: unknown value 'caus'"
[ ! -f world/pulls.json ] || wrong "a request was opened"
text pull-request.md <<<$'<details><summary>{{ cause }}</summary>'
regreen --db third.db heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 3
complains "leave a blank line between"
text ../../regreen.yml <<<'templates: [pull-request, notice]'
regreen --db third.db heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 3
complains "notice.md is named by the configuration, and is not there"
text ../../regreen.yml <<<'templates: [pull-request]'
github_ends
unset GITHUB_ACTIONS GITHUB_API_URL

# A person's own, and what doctor says of them.
write home/.config/regreen/templates/sumary.md <<<'x'
regreen doctor
says "✗ texts    $HOME/.config/regreen/templates/sumary.md: there is no such text (known: pull-request.md"
mv home/.config/regreen/templates/sumary.md home/.config/regreen/templates/summary.md
regreen doctor
says "✓ texts"
cd policy
regreen doctor
says "✗ texts    .github/regreen/templates/pull-request.md:1: 'cause' stands in a paragraph"
cd ..
