# expect: lint js.htmlhint
# needs: htmlhint
echo '<html><body><p class=a>x</body></html>' >a.html
htmlhint a.html
