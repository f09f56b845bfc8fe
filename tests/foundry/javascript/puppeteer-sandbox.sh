# expect: configuration_error setup.browser-sandbox
# needs: node chromium
ln -sfn /tmp/tools/managers/puppeteer24/node_modules node_modules
node -e "require('puppeteer-core').launch({executablePath: '/usr/lib/chromium/chromium'}).catch(e => { console.error(e); process.exit(1) })"
