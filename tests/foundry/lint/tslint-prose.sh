# expect: lint js.tslint
# needs: tslint5
echo '{"rules":{"semicolon":[true,"always"],"quotemark":[true,"single"],"no-var-keyword":true}}' >tslint.json
printf 'const a = 1\nlet b: string = "x"\nvar c = 2\n' >shop.ts
tslint5 -t prose shop.ts
