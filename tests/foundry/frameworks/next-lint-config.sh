# expect: configuration_error js.eslint-config
# needs: next14
ln -s /tmp/tools/frameworks/next14/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir pages; echo '{"root": true, "extends": "shop/base"}' >.eslintrc.json
printf "export default function Page() {\n  return <p>Basket</p>\n}\n" >pages/index.js
next14 lint
