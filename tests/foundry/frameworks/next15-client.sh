# expect: compile_error js.next-client-component
# needs: next15
ln -s /tmp/tools/frameworks/next15/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir app; printf 'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.js
printf "import { useState } from 'react'\n\nexport default function Page() {\n  const [count, setCount] = useState(0)\n  return <button onClick={() => setCount(count + 1)}>{count}</button>\n}\n" >app/page.js
next15 build --no-lint
