# expect: dependency_conflict js.npm-ls-invalid
# needs: npm
mkdir -p packages/core packages/lint
echo '{"name": "core", "version": "2.0.0"}' >packages/core/package.json
echo '{"name": "lint", "version": "1.3.2", "peerDependencies": {"core": "^1.0.0"}}' >packages/lint/package.json
echo '{"name": "reed", "version": "2.0.0", "dependencies": {"core": "file:packages/core", "lint": "file:packages/lint"}}' >package.json
npm install --no-package-lock --legacy-peer-deps --offline
npm ls --all
