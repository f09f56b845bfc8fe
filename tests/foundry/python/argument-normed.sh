# expect: deprecation python.argument-renamed
# needs: python3 pytest
printf 'import numpy as np\n\n\ndef test_it():\n    assert np.histogram([1, 2], normed=True)\n' > test_it.py
python3 -m pytest -q -W error
