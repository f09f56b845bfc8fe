# A GitHub App proves who it is by its key, and works with tokens lent for an hour: for this repository, and for no more than it needs.
needs openssl
broken_colon_on_github
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
app '{"actions": "write", "contents": "write", "metadata": "read", "pull_requests": "write", "issues": "write"}'
github
unset GITHUB_TOKEN
export GITHUB_APP_ID=4711 GITHUB_APP_PRIVATE_KEY="$folder/app.pem"

regreen diagnose --run 7 --repo o/n --format json
exits 0
has .runs[0].diagnoses[0].category syntax_error

regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
says https://github.com/o/n/pull/1
same "$(asked path /app/installations/9/access_tokens)" 2

# The key as its text, as PKCS #8, and what is no key.
GITHUB_APP_PRIVATE_KEY=$(openssl pkcs8 -topk8 -nocrypt -in app.pem)
regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
for key in no.pem "-----BEGIN RSA PRIVATE KEY-----
MIIB
-----END RSA PRIVATE KEY-----" "$(cat world/app.pub)"; do
  GITHUB_APP_PRIVATE_KEY=$key
  regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
  exits 3
done
complains "GITHUB_APP_PRIVATE_KEY"

# Somebody else's key.
openssl genrsa 2048 >other.pem 2>/dev/null
GITHUB_APP_PRIVATE_KEY="$folder/other.pem"
regreen diagnose --run 7 --repo o/n
exits 3
complains "does not accept"
github_ends

# It may only look: it is not asked for more, and what it cannot do is said.
GITHUB_APP_PRIVATE_KEY="$folder/app.pem"
app '{"actions": "read", "contents": "read", "metadata": "read"}'
rm world/pulls.json
git -C world/o/n.git for-each-ref --format='delete %(refname)' 'refs/heads/fix/*' | git -C world/o/n.git update-ref --stdin
github
unset GITHUB_TOKEN
regreen diagnose --run 7 --repo o/n
exits 0
regreen --db other.db heal --run 7 --repo o/n --verify "$colon" --deliver pr
[ "$code" -ne 0 ] || wrong "nothing may be written, and all is well"
[ ! -f world/pulls.json ] || wrong "a request was opened"
! grep -rqF -e "PRIVATE KEY" state .out .err 2>/dev/null || wrong "the key lies somewhere"
github_ends
