# expect: environment_variable setup.variable-missing
# needs: bash
[ -n "${SHOP_TOKEN:-}" ] || { echo "ERROR: SHOP_TOKEN is not set" >&2; }
[ -n "${SHOP_TOKEN:-}" ] || { echo "Error: environment variable SHOP_TOKEN must be set" >&2; }
[ -n "${SHOP_TOKEN:-}" ] || { echo "Please set the SHOP_TOKEN environment variable" >&2; exit 1; }
