# expect: network http.node-tls
# needs: node sequelize-cli python3 unshare ip
. "$FOUNDRY/faulty.sh"
sleep 1
modules=$(readlink -f "$(command -v sequelize-cli)") && ln -s "${modules%/sequelize-cli/*}" node_modules
js() { timeout 20 node -e "$1" "$2" 2>&1 | grep -v '^$' | grep -v '^ *at ' | head -6; }
js 'require("axios").get(process.argv[1])' https://198.51.100.7:8443/
js 'fetch(process.argv[1])' https://198.51.100.7:8443/
js 'fetch(process.argv[1])' https://198.51.100.7:8442/
js 'fetch(process.argv[1])' https://198.51.100.7:8080/
exit 1
