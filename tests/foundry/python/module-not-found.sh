# expect: dependency_missing python.module-not-found
# needs: python3
cat > load.py <<'PY'
import structlog
PY
python3 load.py
