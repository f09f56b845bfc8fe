# expect: configuration_error js.storybook-config
# needs: storybook
ln -s /tmp/tools/frameworks/storybook/node_modules node_modules; export STORYBOOK_DISABLE_TELEMETRY=1
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"react": "^18.0.0"}}' >package.json
storybook build
