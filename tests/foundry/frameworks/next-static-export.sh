# expect: configuration_error js.next-static-export
# needs: next14
ln -s /tmp/tools/frameworks/next14/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir -p 'app/items/[id]'; printf 'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.js; echo "module.exports = { output: 'export' }" >next.config.js
printf "export default function Page({ params }) {\n  return <p>{params.id}</p>\n}\n" >'app/items/[id]/page.js'
next14 build --no-lint
