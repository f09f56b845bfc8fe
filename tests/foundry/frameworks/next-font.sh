# expect: network js.next-font
# needs: next14
ln -s /tmp/tools/frameworks/next14/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir app
printf "import { Inter } from 'next/font/google'\n\nconst inter = Inter({ subsets: ['latin'] })\n\nexport default function Layout({ children }) {\n  return <html className={inter.className}><body>{children}</body></html>\n}\n" >app/layout.js
printf 'export default function Page() {\n  return <p>Basket</p>\n}\n' >app/page.js
next14 build --no-lint
