# expect: version_control cloud.release-it
# needs: release-it git
git init -q --bare /tmp/foundry/home/origin.git
git init -q . -b main && git config user.email a@example.org && git config user.name a
git remote add origin /tmp/foundry/home/origin.git
echo '{"name": "shop", "version": "1.0.0"}' >package.json && git add . && git commit -qm a && git push -q -u origin main
echo ' ' >>package.json
release-it --ci --no-npm
