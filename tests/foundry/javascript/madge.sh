# expect: lint js.circular
# needs: madge
echo 'require("./b")' >a.js; echo 'require("./a")' >b.js
madge --circular --no-color --no-spinner a.js
