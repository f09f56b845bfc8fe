# expect: credential http.client-auth
# needs: node sequelize-cli python3 unshare ip
. "$FOUNDRY/faulty.sh"
modules=$(readlink -f "$(command -v sequelize-cli)") && ln -s "${modules%/sequelize-cli/*}" node_modules
js() { timeout 20 node -e "$1" "$2" 2>&1 | grep 'Error' | head -3; }
for s in 401 403; do js 'require("axios").get(process.argv[1])' $base/$s/; done
js 'const {Octokit} = require("@octokit/rest"); new Octokit({baseUrl: process.argv[1]}).repos.get({owner: "a", repo: "b"})' $base/401
exit 1
