# expect: success
# needs: bash
set -e
rm -f nothing.txt
test -f missing.conf || echo "no configuration, using the defaults"
grep -r "fatal error" . || echo "no fatal errors found"
command -v nothing-here || echo "nothing-here is not installed, skipping"
docker-nothing version 2>/dev/null || echo "skipped"
( exit 3 ) || echo "exit code $? is allowed"
test -n "${DEPLOY_TOKEN:-}" || echo "no DEPLOY_TOKEN: not deploying"
echo "All checks passed"
