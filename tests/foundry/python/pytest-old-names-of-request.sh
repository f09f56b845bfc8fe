# expect: deprecation pytest.removed-method
# needs: python3 pytest
cat > test_lid.py <<'PY'
import pytest


@pytest.fixture
def lid(request):
    return request.getfuncargvalue("tmp_path")


def test_lid(lid):
    assert lid
PY
python3 -m pytest -q -p no:cacheprovider
