# expect: test_failure selenium.element
# needs: node chromium chromedriver
ln -sfn /tmp/tools/managers/selenium/node_modules node_modules
cat >basket.js <<'END'
const { Builder, By, until } = require('selenium-webdriver'), chrome = require('selenium-webdriver/chrome')
const options = new chrome.Options().addArguments('--headless=new', '--no-sandbox').setChromeBinaryPath('/usr/lib/chromium/chromium')
async function run() {
  const driver = await new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(new chrome.ServiceBuilder('/usr/bin/chromedriver')).build()
  try {
    await driver.get('data:text/html,<h1>3</h1>')
    await driver.wait(until.elementLocated(By.id('total')), 500).catch(error => console.error(error))
    await driver.findElement(By.id('pay'))
  } finally { await driver.quit() }
}
run().catch(error => { console.error(error); process.exit(1) })
END
node basket.js
