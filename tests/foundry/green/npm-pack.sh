# expect: success
# needs: npm node
echo '{"name": "errors", "version": "1.0.0", "license": "MIT", "scripts": {"test": "node -e \"console.error(\\\"warning: failed logins 0\\\")\"", "prepack": "echo preparing error pages"}}' >package.json
npm test && npm pack && npm ls
