# expect: compile_error gatsby.browser-only
# needs: gatsby
ln -s /tmp/tools/frameworks/gatsby/node_modules node_modules; export GATSBY_TELEMETRY_DISABLED=1; mkdir -p src/pages
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"gatsby": "5"}}' >package.json
printf "import React from 'react'\n\nexport default function Page() {\n  return <p>{window.location.href}</p>\n}\n" >src/pages/index.js
gatsby build
