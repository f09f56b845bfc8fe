# expect: success
# needs: bash
command -v shopctl || echo "shopctl: skipped"
which terraform || true
type flutter 2>/dev/null || echo "no flutter"
