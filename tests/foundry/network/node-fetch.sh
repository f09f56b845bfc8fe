# expect: network network.node
# needs: node python3 unshare ip
. "$FOUNDRY/faulty.sh"
node -e 'fetch("http://198.51.100.7:5432/")'
node -e 'require("http").get("http://198.51.100.7:9/")'
node -e 'require("http").get("http://api.example.org/")'
node -e 'require("http").get(process.argv[1])' $base/reset/
