# expect: configuration_error contracts.jsonschema
# needs: python3
echo '{"type": "object", "required": ["region"], "properties": {"port": {"type": "integer"}}}' >schema.json
echo '{"port": "many"}' >config.json
/usr/bin/python3 -m jsonschema -i config.json schema.json
/usr/bin/python3 -c 'import json, jsonschema; jsonschema.validate(json.load(open("config.json")), json.load(open("schema.json")))' 2>&1 | grep -v '^  File'
exit 1
