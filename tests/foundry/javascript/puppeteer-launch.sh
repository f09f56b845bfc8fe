# expect: toolchain js.browser-launch
# needs: node
for version in 1 24; do
  ln -sfn /tmp/tools/managers/puppeteer$version/node_modules node_modules
  node -e "require('puppeteer-core').launch({executablePath: '/usr/bin/google-chrome'}).catch(e => { console.error(e); process.exit(1) })"
done
ln -sfn /tmp/tools/managers/puppeteer13/node_modules node_modules
node -e "require('puppeteer').launch({executablePath: '/usr/bin/google-chrome'}).catch(e => { console.error(e); process.exit(1) })"
node -e "require('puppeteer').launch().catch(e => { console.error(e); process.exit(1) })"
