# expect: missing_file python.file-not-found
# needs: python3
cat > load.py <<'PY'
with open("data/prices.csv") as prices:
    print(prices.read())
PY
python3 load.py
