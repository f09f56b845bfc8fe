# expect: syntax_error checks.json-syntax
# needs: jsonlint
printf '{"a": 1,}\n' >a.json
jsonlint -q a.json
