# expect: crash python.uncaught
# needs: python3
printf '{"a": 1,}' > data.json
python3 -m json.tool data.json
python3 -c 'import json; json.load(open("data.json"))'
