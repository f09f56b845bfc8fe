# expect: toolchain spago.no-compiler
# needs: spago node22 git
printf 'package:\n  name: shop\n  dependencies: []\nworkspace:\n  packageSet:\n    registry: 60.0.0\n' >spago.yaml
node22 $(readlink -f $(command -v spago)) build --offline
