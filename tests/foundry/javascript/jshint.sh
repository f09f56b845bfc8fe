# expect: lint js.jshint
# needs: jshint
echo 'var a = 1
if (a = 2) b()' >a.js
jshint a.js
