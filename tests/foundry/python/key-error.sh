# expect: crash python.uncaught
# needs: python3
cat > price.py <<'PY'
prices = {"apple": 3}
print(prices["pear"])
PY
python3 price.py
