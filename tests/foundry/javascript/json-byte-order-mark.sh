# expect: syntax_error data.byte-order-mark
# needs: node
printf '\357\273\277{"a": 1}\n' >fares.json
node -e 'JSON.parse(require("node:fs").readFileSync("fares.json", "utf8"))'
