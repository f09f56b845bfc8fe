# expect: configuration_error js.pnpm-settings
# needs: pnpm8 pnpm10
mkdir patches; printf 'diff --git a/index.js b/index.js\n--- a/index.js\n+++ b/index.js\n@@ -1 +1 @@\n-module.exports = 7\n+module.exports = 8\n' >patches/left@1.0.0.patch
echo '{"name": "shop", "dependencies": {"left": "1.0.0"}, "pnpm": {"patchedDependencies": {"left@1.0.0": "patches/left@1.0.0.patch"}}}' >package.json
python3 $FOUNDRY/javascript/registry.py pnpm8 install --no-frozen-lockfile; python3 $FOUNDRY/javascript/registry.py pnpm10 install --no-frozen-lockfile
