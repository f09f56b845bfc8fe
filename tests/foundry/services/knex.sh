# expect: infrastructure network.local-service
# needs: sequelize-cli node unshare
[ -n "${INSIDE:-}" ] || exec env INSIDE=1 unshare --net bash "$0"
ip link set lo up
modules=$(readlink -f "$(command -v sequelize-cli)") && ln -s "${modules%/sequelize-cli/*}" node_modules
mkdir -p config migrations models && echo '{"development": {"dialect": "postgres", "host": "127.0.0.1", "port": 5432, "database": "shop"}}' >config/config.json
node node_modules/sequelize-cli/lib/sequelize db:migrate
