# expect: lint js.standard
# needs: standard
echo 'const a = "x";' >a.js
standard a.js
