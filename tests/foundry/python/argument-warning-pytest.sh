# expect: deprecation python.deprecation-as-error
# needs: python3 pytest
printf 'import pytest\n\n\ndef test_it():\n    pytest.skip(msg="later")\n' > test_it.py
python3 -m pytest -q -W error
