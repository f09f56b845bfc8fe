# What regreen asks of GitHub is what GitHub's own description has, and what our GitHub answers is too. (All stories with a GitHub are looked at; EXCHANGES=FILE keeps what was said.)
[ -f "$counterparts/github.json" ] || skip "script/counterparts has not been run"
broken_colon_on_github
github
regreen heal --run 7 --repo o/n --verify "$colon" --deliver pr
exits 0
contract() { "$here/../counterparts/contract.py" "$counterparts/github.json" "$1"; }
contract world/exchanges.jsonl >told || wrong "$(cat told)"
grep -q "POST /repos/{owner}/{repo}/pulls$\|POST /repos/{owner}/{repo}/pulls " told || wrong "no request was opened: $(cat told)"

# It sees what is wrong: each change of an exchange is told.
spoilt() {
  python3 - "$1" "$2" <<'PY'
import json, sys
for line in open("world/exchanges.jsonl"):
    one = json.loads(line)
    if one["method"] == "POST" and one["path"].endswith(sys.argv[1]):
        exec(sys.argv[2])
        print(json.dumps(one))
PY
}
sees() {
  spoilt "$2" "$3" >spoilt.jsonl
  [ -s spoilt.jsonl ] || wrong "no exchange of $2"
  ! contract spoilt.jsonl >told || wrong "not seen: $3"
  grep -q "WRONG.*$1" told || wrong "$3 is told as: $(cat told)"
}
sees "no such operation" /pulls 'one["path"] += "s"'
sees "query parameter page is unknown" /pulls 'one["path"] += "?page=1"'
sees "header x-github-api-version" /pulls 'del one["headers"]["x-github-api-version"]'
sees "'base' is a required" /pulls 'del one["body"]["base"]'
sees "body draft" /pulls 'one["body"]["draft"] = "yes"'
sees "body /labels is unknown" /pulls 'one["body"]["labels"] = []'
sees "body /tree/0/text is unknown" /git/trees 'one["body"]["tree"][0]["text"] = ""'
sees "answer 201.*number" /pulls 'one["answer"]["number"] = "1"'
sees "answer 201.*/color is unknown" /pulls 'one["answer"]["color"] = "red"'
sees "200 is no answer" /pulls 'one["status"] = 200'
github_ends
