# expect: configuration_error js.eslint-project
# needs: eslint7-ts eslint8-ts eslint9-ts
echo '{"compilerOptions": {"strict": true}, "include": ["src"]}' >tsconfig.json; mkdir src; echo 'export const price = 1' >src/price.ts; echo 'export default {}' >build.ts
for version in 7 8; do
  ln -sfn /tmp/tools/managers/eslint${version}ts/node_modules node_modules
  echo '{"root": true, "parser": "@typescript-eslint/parser", "parserOptions": {"project": "./tsconfig.json"}}' >.eslintrc.json
  eslint$version-ts --ext .ts src build.ts
  echo '{"root": true, "parser": "@typescript-eslint/parser", "parserOptions": {"project": "./tsconfig.lint.json"}}' >.eslintrc.json
  eslint$version-ts --ext .ts src
done
ln -sfn /tmp/tools/managers/eslint9ts/node_modules node_modules
echo "module.exports = [{files: ['**/*.ts'], languageOptions: {parser: require('@typescript-eslint/parser'), parserOptions: {projectService: true}}}]" >eslint.config.js
eslint9-ts src build.ts
