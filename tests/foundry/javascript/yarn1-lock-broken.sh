# expect: configuration_error js.lock-broken
# needs: yarn1 yarn4
echo '{"name": "shop", "license": "MIT", "dependencies": {"left": "^1.0.0"}}' >package.json
printf '# yarn lockfile v1\n\n\nleft@^1.0.0:\nversion 1.0.0" =\n' >yarn.lock
python3 $FOUNDRY/javascript/registry.py yarn1 install --frozen-lockfile
printf '__metadata:\n  version: 8\n\n"left@npm:^1.0.0":\n<<<<<<< HEAD\n  version: 1.0.0\n=======\n  version: 1.1.0\n>>>>>>> prices\n' >yarn.lock
python3 $FOUNDRY/javascript/registry.py yarn4 install --immutable
