# expect: syntax_error data.byte-order-mark
# needs: python3
printf '\357\273\277{"a": 1}\n' >fares.json
python3 -c 'import json; json.load(open("fares.json", encoding="utf-8"))'
