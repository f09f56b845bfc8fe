# expect: deprecation python.deprecation-as-error
# needs: python3 pytest
printf 'import numpy as np\n\n\ndef test_it():\n    assert np.quantile([1, 2], 0.5, interpolation="lower") == 1\n' > test_it.py
python3 -m pytest -q -W error
