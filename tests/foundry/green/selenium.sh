# expect: success
# needs: python3 chromedriver
export PATH=/usr/bin:/bin
echo '<html><title>Connection refused</title><body>failed</body></html>' >page.html
timeout 80 /usr/bin/python3 -c '
import os
from selenium import webdriver
o = webdriver.ChromeOptions()
for a in ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"): o.add_argument(a)
d = webdriver.Chrome(options=o); d.get("file://" + os.getcwd() + "/page.html"); print("title:", d.title); d.quit(); print("1 page, 0 errors")'
