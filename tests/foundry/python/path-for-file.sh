# expect: crash python.path-for-file
# needs: python3
cat > settings.py <<'PY'
import pathlib
import tomllib

print(tomllib.load(pathlib.Path("settings.toml")))
PY
echo 'days = 7' > settings.toml
python3 settings.py
