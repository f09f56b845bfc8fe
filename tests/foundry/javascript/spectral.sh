# expect: lint js.spectral
# needs: spectral
echo '{"extends": ["spectral:oas"]}' >.spectral.json
printf 'openapi: 3.0.0\ninfo: {title: shop, version: "1"}\npaths:\n  /basket:\n    get:\n      responses:\n        "200": {}\n' >api.yaml
spectral lint api.yaml
