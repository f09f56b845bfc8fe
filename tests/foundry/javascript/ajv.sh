# expect: configuration_error js.ajv
# needs: ajv
echo '{"type": "object", "required": ["total"], "properties": {"n": {"type": "number"}}}' >schema.json; echo '{"n": "three"}' >data.json
ajv validate -s schema.json -d data.json
