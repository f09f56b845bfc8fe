# expect: infrastructure http.client-5xx
# needs: node sequelize-cli python3 unshare ip
. "$FOUNDRY/faulty.sh"
modules=$(readlink -f "$(command -v sequelize-cli)") && ln -s "${modules%/sequelize-cli/*}" node_modules
js() { timeout 20 node -e "$1" "$2" 2>&1 | grep 'Error' | head -4; }
for s in 503 500; do js 'require("axios").get(process.argv[1])' $base/$s/; done
js 'require("axios").get(process.argv[1]).catch(e => { console.error(`Error: ${e.message}`) })' $base/502/
exit 1
