# expect: infrastructure setup.browser-crashed
# needs: node chromium chromedriver
ln -sfn /tmp/tools/managers/selenium/node_modules node_modules
cat >basket.js <<'END'
const { Builder } = require('selenium-webdriver'), chrome = require('selenium-webdriver/chrome')
const options = new chrome.Options().addArguments('--headless=new').setChromeBinaryPath('/usr/lib/chromium/chromium')
new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(new chrome.ServiceBuilder('/usr/bin/chromedriver')).build()
  .then(driver => driver.quit()).catch(error => { console.error(error); process.exit(1) })
END
node basket.js
