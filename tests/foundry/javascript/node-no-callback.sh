# expect: crash js.node-no-callback
# needs: node
cat >site.js <<'JS'
const fs = require('node:fs');

fs.writeFile('index.html', '<p>one</p>');
JS
node site.js
