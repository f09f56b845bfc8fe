# expect: missing_file js.npm-no-lock
# needs: npm npm8
echo '{"name": "shop", "version": "1.0.0"}' >package.json
npm8 audit; npm audit
