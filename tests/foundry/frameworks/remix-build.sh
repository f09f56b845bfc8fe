# expect: compile_error js.server-only
# needs: node
ln -s /tmp/tools/frameworks/remix/node_modules node_modules; mkdir -p app/routes
echo '{"name": "shop", "type": "module", "sideEffects": false, "dependencies": {"@remix-run/node": "2.0.0", "isbot": "5.0.0"}}' >package.json
echo "import { vitePlugin as remix } from '@remix-run/dev'; export default { plugins: [remix()] }" >vite.config.js
printf "import { Outlet, Scripts } from '@remix-run/react'\n\nexport default function App() {\n  return <html><body><Outlet /><Scripts /></body></html>\n}\n" >app/root.jsx
printf "import { db } from '../db.server'\n\nexport default function Basket() {\n  return <p>{db.total}</p>\n}\n" >app/routes/_index.jsx; echo 'export const db = { total: 3 }' >app/db.server.js
node_modules/.bin/remix vite:build
