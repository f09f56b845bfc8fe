# expect: toolchain js.browser-launch
# needs: node sequelize-cli
modules=$(readlink -f "$(command -v sequelize-cli)") && ln -s "${modules%/sequelize-cli/*}" node_modules
node -e 'require("puppeteer").launch()' 2>&1 | grep -v '^ *at '
node -e 'require("puppeteer-core").launch({executablePath: "/nowhere/chrome"})' 2>&1 | grep -v '^ *at '
node -e 'require("puppeteer-core").launch({executablePath: "/bin/false"})' 2>&1 | grep -v '^ *at '
exit 1
