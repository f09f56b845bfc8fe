# expect: deprecation python.deprecation-as-error
# needs: python3 pytest
printf 'from urllib3 import Retry\n\n\ndef test_it():\n    assert Retry(method_whitelist=["GET"])\n' > test_it.py
python3 -m pytest -q -W error
