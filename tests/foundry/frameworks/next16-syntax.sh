# expect: syntax_error js.turbopack-syntax
# needs: next16
ln -s /tmp/tools/frameworks/next16/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir app; printf 'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.js
printf "export default function Page() {\n  return <ul><li>Basket</ul>\n}\n" >app/page.js
echo "module.exports = { turbopack: { root: '/tmp' } }" >next.config.js
next16 build
