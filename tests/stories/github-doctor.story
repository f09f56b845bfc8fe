# What healing on GitHub needs is looked at before it is needed.
broken_colon_on_github
github
regreen doctor --repo o/n
exits 0
says "✓ github   o/n as the token's owner, may push"
regreen doctor --repo o/nowhere
exits 3
says "✗ github   GitHub has no /repos/o/nowhere"
GITHUB_TOKEN=wrong regreen doctor --repo o/n
exits 3
says "does not accept the token"
GITHUB_TOKEN='' regreen doctor --repo o/n
exits 0
says "as anybody"
GITHUB_ACTIONS=true regreen doctor --repo o/n
says "starts no checks"
github_ends
python3 -c 'import json; w = json.load(open("world/world.json")); w["may_push"] = False; json.dump(w, open("world/world.json", "w"))'
github
regreen doctor --repo o/n
says "may only read"
github_ends
# Where there is no repository on GitHub, nothing is said of it.
unset GITHUB_API_URL
regreen doctor
exits 0
says_not github
