# expect: success
# needs: python3
echo '{"type": "object", "required": ["error"]}' >schema.json
echo '{"error": "none", "failed": 0}' >config.json
/usr/bin/python3 -W ignore -m jsonschema -i config.json schema.json && echo "config.json is valid, 0 errors"
