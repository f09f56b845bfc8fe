# expect: configuration_error js.npm-missing-script
# needs: npm npm6 npm8
echo '{"name": "shop", "scripts": {"test": "node -e 0"}}' >package.json
npm6 run tset
npm8 run tset
npm run tset
