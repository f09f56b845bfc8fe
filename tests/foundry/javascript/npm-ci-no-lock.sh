# expect: missing_file js.npm-no-lock
# needs: npm npm6
echo '{"name": "shop", "version": "1.0.0"}' >package.json
npm6 ci
npm ci 2>&1 | head -n 8    # the rest is the usage
exit 1
