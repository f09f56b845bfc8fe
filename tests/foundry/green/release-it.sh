# expect: success
# needs: release-it git
git init -q --bare /tmp/foundry/home/origin.git
git init -q . -b main && git config user.email a@example.org && git config user.name a
git remote add origin /tmp/foundry/home/origin.git
echo '{"name": "errors", "version": "1.0.0"}' >package.json && git add . && git commit -qm 'fix: failed login' && git push -q -u origin main
release-it minor --ci --dry-run --no-npm
