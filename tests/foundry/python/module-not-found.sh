# expect: dependency_missing python.module-not-found
# needs: python3
cat > load.py <<'PY'
import freezegun
PY
python3 load.py
