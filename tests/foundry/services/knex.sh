# expect: drift services.migration
# needs: sequelize-cli node
modules=$(readlink -f "$(command -v sequelize-cli)") && ln -s "${modules%/sequelize-cli/*}" node_modules
npm_config=1 node node_modules/knex/bin/cli.js migrate:latest
node node_modules/sequelize-cli/lib/sequelize db:migrate
mkdir -p config migrations models && echo '{"development": {"dialect": "postgres", "host": "127.0.0.1", "port": 54329, "database": "shop"}}' >config/config.json
node node_modules/sequelize-cli/lib/sequelize db:migrate
exit 1
