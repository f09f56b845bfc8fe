# expect: dependency_missing js.webpack-package-missing
# needs: next16
ln -s /tmp/tools/frameworks/next16/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir app; printf 'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.js; echo "module.exports = { turbopack: { root: '/tmp' } }" >next.config.js
printf "import { shelf } from 'left-shelf'\nimport { total } from './total'\n\nexport default function Page() {\n  return <p>{shelf}{total}</p>\n}\n" >app/page.js
next16 build
