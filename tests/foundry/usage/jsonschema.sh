# expect: configuration_error python.json-schema
# needs: python3
printf 'import jsonschema\njsonschema.validate({"n": "three"}, {"properties": {"n": {"type": "number"}}})\n' >a.py
python3 a.py
