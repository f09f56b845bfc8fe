# expect: deprecation python.argument-renamed
# needs: python3
printf 'import json\n\nprint(json.loads("[1]", encoding="utf-8"))\n' > rows.py
python3 rows.py
