# expect: compile_error js.next-suspense
# needs: next14
ln -s /tmp/tools/frameworks/next14/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir -p app/basket; printf 'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.js
printf "'use client'\nimport { useSearchParams } from 'next/navigation'\n\nexport default function Page() {\n  return <p>{useSearchParams().get('item')}</p>\n}\n" >app/basket/page.js
next14 build --no-lint
