# expect: configuration_error documents.toml-place
# needs: python3
mkdir sites
printf '[site]\nname = "Oslo"\nzone = Europe/Oslo\n' >sites/oslo.toml
python3 - <<'END'
import tomllib
try:
    tomllib.load(open("sites/oslo.toml", "rb"))
except tomllib.TOMLDecodeError as error:
    raise SystemExit(f"sites/oslo.toml: {error}")
END
