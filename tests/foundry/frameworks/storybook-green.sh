# expect: success
# needs: storybook
ln -s /tmp/tools/frameworks/storybook/node_modules node_modules; mkdir .storybook src; export STORYBOOK_DISABLE_TELEMETRY=1
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"react": "^18.0.0", "react-dom": "^18.0.0"}}' >package.json
echo "module.exports = { stories: ['../src/*.stories.js'], framework: '@storybook/react-webpack5', addons: ['@storybook/addon-webpack5-compiler-swc'] }" >.storybook/main.js
printf "import { Basket } from './Basket'\n\nexport default { component: Basket }\nexport const Empty = {}\n" >src/Basket.stories.js
printf "export const Basket = () => null\n" >src/Basket.js
storybook build --quiet
