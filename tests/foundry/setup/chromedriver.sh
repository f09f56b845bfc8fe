# expect: infrastructure setup.browser-crashed
# needs: python3 chromedriver
export PATH=/usr/bin:/bin
timeout 60 /usr/bin/python3 -c '
from selenium import webdriver
o = webdriver.ChromeOptions(); o.binary_location = "/bin/true"
webdriver.Chrome(options=o)' 2>&1 | head -30 | grep -v '^#'
exit 1
