# expect: success
# needs: next14
ln -s /tmp/tools/frameworks/next14/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir app; printf 'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.js; echo '{"root": true, "extends": "next/core-web-vitals"}' >.eslintrc.json
printf "export default function Page() {\n  return <img src=\"/tag.png\" />\n}\n" >app/page.js
next14 build
