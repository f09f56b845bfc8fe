# expect: crash python.recursion
# needs: python3
cat > walk.py <<'PY'
def walk(n):
    return walk(n + 1)
walk(0)
PY
python3 walk.py
