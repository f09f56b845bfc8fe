# expect: lint js.lint-staged
# needs: lint-staged git
git init -q .; git config user.email a@example.org; git config user.name A; echo '{"lint-staged": {"*.js": "false"}}' >package.json; git add -A; git commit -qm one
echo 'a' >a.js; git add a.js
lint-staged
