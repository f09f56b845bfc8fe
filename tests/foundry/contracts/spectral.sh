# expect: lint contracts.spectral
# needs: spectral
echo 'extends: ["spectral:oas"]' >.spectral.yaml
printf 'openapi: 3.0.0\ninfo: {title: shop}\npaths:\n  /a:\n    get:\n      responses: {}\n' >openapi.yaml
spectral lint openapi.yaml
