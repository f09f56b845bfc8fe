# expect: import_error js.webpack-local-missing
# needs: next14
ln -s /tmp/tools/frameworks/next14/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir pages; echo '{"root": true, "extends": "shop/base"}' >.eslintrc.json
printf "import { total } from '../lib/Basket'\n\nexport default function Page() {\n  return <p>{total}</p>\n}\n" >pages/index.js
next14 build
