# expect: network http.node
# needs: node sequelize-cli python3 unshare ip
. "$FOUNDRY/faulty.sh"
modules=$(readlink -f "$(command -v sequelize-cli)") && ln -s "${modules%/sequelize-cli/*}" node_modules
js() { timeout 20 node -e "$1" "$2" 2>&1 | grep -v '^$' | head -14; }
for u in http://api.example.org/ http://198.51.100.7:9/ $base/reset/ $base/hang/; do
  js 'require("axios").get(process.argv[1], {timeout: 1000})' $u
  js 'fetch(process.argv[1], {signal: AbortSignal.timeout(1000)})' $u
  js 'require("node-fetch")(process.argv[1], {timeout: 1000})' $u
done
js 'require("got").default.get(process.argv[1], {retry: {limit: 0}, timeout: {request: 1000}})' $base/hang/
exit 1
