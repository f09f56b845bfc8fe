# expect: dependency_missing python.module-not-found
# needs: python3
python3 -S - <<'PY'
import pkg_resources
PY
