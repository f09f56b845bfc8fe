# expect: deprecation numpy.ragged-array
# needs: python3 pytest
cat >test_rows.py <<'P'
import numpy as np


def test_rows():
    assert len(np.array([[1, 2], [3]])) == 2
P
python3 -m pytest -q -p no:cacheprovider
