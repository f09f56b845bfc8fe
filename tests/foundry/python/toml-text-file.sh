# expect: crash python.toml-text-file
# needs: python3
cat > settings.py <<'PY'
import tomllib

with open("settings.toml", encoding="utf-8") as file:
    print(tomllib.load(file))
PY
echo 'days = 7' > settings.toml
python3 settings.py
