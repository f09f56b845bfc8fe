# expect: lint js.oxlint
# needs: oxlint
printf 'debugger;\nif (x == NaN) { y() }\n' >a.js
oxlint --deny-warnings a.js
