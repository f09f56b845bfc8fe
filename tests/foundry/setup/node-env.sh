# expect: environment_variable setup.variable-missing
# needs: node sequelize-cli
modules=$(readlink -f "$(command -v sequelize-cli)") && ln -s "${modules%/sequelize-cli/*}" node_modules
printf 'SHOP_REGION=\nSHOP_KEY=\n' >.env.example; touch .env
node -e 'require("dotenv-safe").config()' 2>&1 | grep -v '^ *at '
node -e 'const {cleanEnv, str} = require("envalid"); cleanEnv(process.env, {SHOP_REGION: str(), SHOP_KEY: str()})'
node -e 'if (!process.env.SHOP_REGION) throw new Error("Missing required environment variable: SHOP_REGION")' 2>&1 | grep Error
node -e 'if (!process.env.SHOP_REGION) throw new Error("SHOP_REGION environment variable is not set")' 2>&1 | grep Error
exit 1
