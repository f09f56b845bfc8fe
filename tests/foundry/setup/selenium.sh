# expect: toolchain setup.webdriver
# needs: python3
/usr/bin/python3 -c 'from selenium import webdriver; webdriver.Firefox()' 2>&1 | tail -3
PATH=/bin /usr/bin/python3 -c 'from selenium import webdriver; from selenium.webdriver.chrome.service import Service; webdriver.Chrome(service=Service("/nowhere/chromedriver"))' 2>&1 | tail -2
exit 1
