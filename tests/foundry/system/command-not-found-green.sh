# expect: success
# needs: bash
command -v protoc || echo "protoc: skipped"
which terraform || true
type flutter 2>/dev/null || echo "no flutter"
