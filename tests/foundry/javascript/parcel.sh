# expect: import_error js.parcel
# needs: parcel
echo '{"name": "shop"}' >package.json; echo 'import "./nowhere"' >a.js
parcel build a.js --no-cache
