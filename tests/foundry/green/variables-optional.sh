# expect: success
# needs: bash
[ -n "${CODECOV_TOKEN:-}" ] || echo "warning: CODECOV_TOKEN is not set, skipping the upload"
[ -n "${DEPLOY_KEY:-}" ] || echo "DEPLOY_KEY is not set; this is not a release"
echo "request GET /basket status=503 retry=1"
echo "request GET /basket status=200"
echo "ERROR_LIMIT is set to 3"
echo "All checks passed"
