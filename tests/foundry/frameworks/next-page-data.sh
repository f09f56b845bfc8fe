# expect: environment_variable setup.variable-missing
# needs: next14
ln -s /tmp/tools/frameworks/next14/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir -p app/api/prices; printf 'export default function Layout({ children }) {
  return <html><body>{children}</body></html>
}
' >app/layout.js
printf "const url = process.env.SHOP_DATABASE\nif (!url) throw new Error('SHOP_DATABASE is not set')\n\nexport function GET() {\n  return Response.json({ url })\n}\n" >app/api/prices/route.js
printf 'export default function Page() {\n  return <p>Basket</p>\n}\n' >app/page.js
next14 build --no-lint
