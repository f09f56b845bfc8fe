# expect: import_error js.webpack-node-module
# needs: next14
ln -s /tmp/tools/frameworks/next14/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir app; printf 'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.js
printf "'use client'\nimport fs from 'fs'\n\nexport default function Page() {\n  return <p>{fs.readFileSync('prices.json')}</p>\n}\n" >app/page.js
next14 build --no-lint
