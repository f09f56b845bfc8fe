# expect: configuration_error contracts.openapi
# needs: openapi-spec-validator
printf 'openapi: 3.0.0\ninfo: {title: shop}\npaths:\n  /a:\n    get:\n      responses: {}\n' >openapi.yaml
openapi-spec-validator openapi.yaml
