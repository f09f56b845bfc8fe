# expect: lint js.redocly
# needs: redocly
printf 'openapi: 3.0.0\ninfo: {title: shop, version: "1"}\npaths:\n  /basket:\n    get:\n      responses:\n        "200": {}\n' >api.yaml
REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true redocly lint api.yaml
