# expect: success
# needs: npm yarn1
echo '{"name": "shop", "version": "1.0.0", "engines": {"node": ">=99"}, "dependencies": {"left": "^1.0.0"}, "scripts": {"test": "echo 0 errors"}}' >package.json
python3 $FOUNDRY/javascript/registry.py npm install right@1 left@2 --legacy-peer-deps
python3 $FOUNDRY/javascript/registry.py npm install right@1 left@2 --force
python3 $FOUNDRY/javascript/registry.py npm audit --audit-level=critical
npm test
