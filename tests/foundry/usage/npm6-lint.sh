# expect: lint said.lint-command
# needs: npm6
echo '{"name": "shop", "version": "1.0.0", "scripts": {"lint": "exit 1"}}' >package.json
npm6 run lint --no-update-notifier
