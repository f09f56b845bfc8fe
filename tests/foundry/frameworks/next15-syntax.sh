# expect: syntax_error js.swc-syntax
# needs: next15
ln -s /tmp/tools/frameworks/next15/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir app; printf 'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.js
printf "export default function Page() {\n  return <ul><li>Basket</ul>\n}\n" >app/page.js
next15 build --no-lint
