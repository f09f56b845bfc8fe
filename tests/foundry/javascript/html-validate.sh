# expect: lint js.eslint
# needs: html-validate
printf '<!doctype html>\n<html><body><p>one<div></div></p><img src=a.png></body></html>\n' >a.html
html-validate a.html
