# expect: configuration_error python.json-file
# needs: python3
mkdir -p locales
printf '{\n  "back": "Zurück",\n  "close": "Schließen",\n}\n' > locales/de.json
printf '{\n  "back": "Retour"\n  "close": "Fermer"\n}\n' > locales/fr.json
cat > check.py <<'PY'
import json
import sys

failed = False
for path in sys.argv[1:]:
    try:
        json.load(open(path, encoding="utf-8"))
    except json.JSONDecodeError as error:
        print(f"{path}:{error.lineno}:{error.colno}: {error.msg}")
        print(f"{path}: {error}")
        print(f"{path}: Failed to json decode ({error})")
        print(f"ERROR {path} is not valid JSON: {error}")
        print(f"warning: ignoring {path}: {error}")
        failed = True
sys.exit(failed)
PY
python3 check.py locales/*.json
