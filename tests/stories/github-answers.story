# What people make of a request is remembered when the next run of the branch is looked at: merged, reverted, closed with a reason.
broken_colon_on_github
pull() { python3 -c 'import json, sys; pulls = json.load(open("world/pulls.json")); pull = pulls[0]; exec(sys.argv[1]); json.dump(pulls, open("world/pulls.json", "w"))' "$1"; }
heal() { regreen heal --run "$1" --repo o/n --verify "$colon" --deliver pr --unattended; }
python3 - <<'PY'
import json
world = json.load(open("world/world.json"))
world["runs"].append(dict(world["runs"][0], id=8, created_at="2026-01-01T00:00:00Z"))
json.dump(world, open("world/world.json", "w"))
PY
github
heal 7
exits 0
first=$(regreen explain >/dev/null; sed -n 's/^case *\([0-9a-f]*\).*/\1/p' "$folder/.out" | head -1)
told() { regreen explain "$first"; }
told
says "delivered"
says_not "merged"

# Merged, heard once.
pull 'pull.update(state="closed", merged_at="2026-11-01T00:00:00Z")'
heal 8
told
says "delivered, and merged"
chapters() { regreen explain "$first"; grep -c '^outcome' <<<"$out"; }
before=$(chapters)
heal 8
same "$(chapters)" "$before"

# Reverted by GitHub's own button: it counts as no success.
pull 'pulls.append(dict(pull, number=2, head="revert-1-" + pull["head"], body="Reverts o/n#1"))'
heal 8
told
says "taken back"

# Closed, with the label that says why.
rm world/pulls.json
git -C world/o/n.git for-each-ref --format='delete %(refname)' 'refs/heads/fix/*' | git -C world/o/n.git update-ref --stdin
regreen --db no.db heal --run 7 --repo o/n --verify "$colon" --deliver pr --unattended
exits 0
pull 'pull.update(state="closed"); pull["labels"].append({"name": "incomplete_fix"})'
regreen --db no.db heal --run 8 --repo o/n --verify "$colon" --deliver pr --unattended
regreen --db no.db explain "$first"
says "rejected: incomplete_fix"
github_ends
