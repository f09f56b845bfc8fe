# expect: compile_error js.next-prerender
# needs: next15
ln -s /tmp/tools/frameworks/next15/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir -p app/basket; printf 'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.js
printf "const items = undefined\n\nexport default function Page() {\n  return <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>\n}\n" >app/basket/page.js
next15 build --no-lint
