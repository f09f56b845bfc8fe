# expect: dependency_missing js.next-sass
# needs: next14
ln -s /tmp/tools/frameworks/next14/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir app; printf 'import "./shop.scss"\n\nexport default function Layout({ children }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.js; echo '.price { color: red }' >app/shop.scss
printf 'export default function Page() {\n  return <p>Basket</p>\n}\n' >app/page.js
next14 build --no-lint
