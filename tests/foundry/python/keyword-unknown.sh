# expect: type_error python.keyword-unknown
# needs: python3 pytest
mkdir feed
touch feed/__init__.py
printf 'def get_json(url, timeout_s=30.0):\n    return {"url": url, "wait": timeout_s}\n' >feed/http.py
printf 'from .http import get_json\n\n\ndef read(host):\n    return get_json(f"http://{host}/v1", timeout=2.5)\n' >feed/solar.py
printf 'from feed import solar\n\n\ndef test_read():\n    assert solar.read("h")["wait"] == 2.5\n' >test_solar.py
python3 -m pytest -q
python3 -c 'from feed import solar; solar.read("h")'
