# expect: success
# needs: gatsby
ln -s /tmp/tools/frameworks/gatsby/node_modules node_modules; export GATSBY_TELEMETRY_DISABLED=1; mkdir -p src/pages
echo '{"name": "shop", "version": "1.0.0", "dependencies": {"gatsby": "5"}}' >package.json
printf "import React from 'react'\nimport { graphql } from 'gatsby'\n\nexport default function Page({ data }) {\n  return <p>{data.site.siteMetadata.title}</p>\n}\n\nexport const query = graphql\`{ site { siteMetadata { title } } }\`\n" >src/pages/index.js
echo "module.exports = { siteMetadata: { title: \"Basket\" } }" >gatsby-config.js
gatsby build
