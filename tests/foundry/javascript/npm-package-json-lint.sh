# expect: lint js.package-json-lint
# needs: npmPkgJsonLint
echo '{"rules": {"require-license": "error", "require-name": "error"}}' >.npmpackagejsonlintrc.json; echo '{"name": "shop"}' >package.json
npmPkgJsonLint .
