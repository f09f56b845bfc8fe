# expect: configuration_error contracts.ajv
# needs: ajv
echo '{"type": "object", "required": ["region"], "properties": {"port": {"type": "integer"}}}' >schema.json
echo '{"port": "many"}' >config.json
ajv validate -s schema.json -d config.json
echo '{"type": "objekt"}' >schema.json
ajv compile -s schema.json
