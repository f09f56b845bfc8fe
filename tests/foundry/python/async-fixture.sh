# expect: configuration_error pytest.async-fixture
# needs: python3 pytest
cat >test_box.py <<'PY'
import pytest

from box import Box


@pytest.fixture
async def box():
    yield Box()


@pytest.mark.asyncio
async def test_box(box):
    assert await box.get("ada") == "hello"
PY
cat >box.py <<'PY'
class Box:
    async def get(self, address):
        return "hello"
PY
python3 -m pytest -q test_box.py
