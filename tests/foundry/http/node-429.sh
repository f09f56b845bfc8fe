# expect: rate_limit http.client-429
# needs: node sequelize-cli python3 unshare ip
. "$FOUNDRY/faulty.sh"
modules=$(readlink -f "$(command -v sequelize-cli)") && ln -s "${modules%/sequelize-cli/*}" node_modules
timeout 20 node -e 'require("axios").get(process.argv[1])' $base/429/ 2>&1 | grep Error | head -3
exit 1
