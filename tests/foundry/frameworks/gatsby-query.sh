# expect: configuration_error gatsby.query
# needs: gatsby
ln -s /tmp/tools/frameworks/gatsby/node_modules node_modules; export GATSBY_TELEMETRY_DISABLED=1; mkdir -p src/pages
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"gatsby": "5"}}' >package.json
printf "import React from 'react'\nimport { graphql } from 'gatsby'\n\nexport default function Page({ data }) {\n  return <p>{data.site.siteMetadata.price}</p>\n}\n\nexport const query = graphql\`{ site { siteMetadata { price } } allBasket { nodes { id } } }\`\n" >src/pages/index.js
gatsby build
