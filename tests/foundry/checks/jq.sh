# expect: syntax_error checks.json-syntax
# needs: jq
printf '{"total": 1,}\n' >shop.json
jq . shop.json
