# expect: credential setup.secret-missing
if [ -z "${SHOP_TOKEN:-}" ]; then
    echo "error: SHOP_TOKEN is not set; add it to the repository's secrets" >&2
    exit 1
fi
