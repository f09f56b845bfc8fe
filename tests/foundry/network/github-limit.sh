# expect: rate_limit network.api-rate-limit
# needs: curl python3 unshare ip
. "$FOUNDRY/faulty.sh"
curl -sS $base/limit/repos | tee answer.json; echo
python3 -c 'import json; print(json.load(open("answer.json"))["tag_name"])'
