# expect: dependency_missing js.webpack-package-missing
# needs: next13
ln -s /tmp/tools/frameworks/next13/node_modules node_modules; export NEXT_TELEMETRY_DISABLED=1
mkdir app; printf 'export default function Layout({ children }) {\n  return <html><body>{children}</body></html>\n}\n' >app/layout.js
printf "import { shelf } from 'left-shelf'\n\nexport default function Page() {\n  return <p>{shelf}</p>\n}\n" >app/page.js
next13 build --no-lint
