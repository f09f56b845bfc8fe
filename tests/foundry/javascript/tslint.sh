# expect: lint js.tslint
# needs: tslint
echo '{"rules": {"semicolon": [true, "always"], "no-var-keyword": true}}' >tslint.json; echo "var a = 1" >a.ts
tslint a.ts; tslint -t verbose a.ts
