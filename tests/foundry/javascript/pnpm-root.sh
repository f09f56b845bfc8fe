# expect: configuration_error js.pnpm-settings
# needs: pnpm8
echo '{"name": "shop"}' >package.json; echo 'packages: ["packages/*"]' >pnpm-workspace.yaml
python3 $FOUNDRY/javascript/registry.py pnpm8 add left
