# expect: success
# needs: python3
cat > clock.py <<'PY'
import imp
print("ok")
PY
python3 -W default clock.py
