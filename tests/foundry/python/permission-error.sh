# expect: permission_denied python.permission-error
# needs: python3 setpriv
mkdir -m 755 results && cat > save.py <<'PY'
with open("results/out.csv", "w") as out:
    out.write("1")
PY
chmod 755 . && setpriv --reuid 65534 --clear-groups python3 save.py
