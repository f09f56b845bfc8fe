# expect: configuration_error pytest.scope
# needs: python3 pytest
cat >test_book.py <<'PY'
import pytest


@pytest.fixture(scope="session")
def book(tmp_path):
    return tmp_path / "words.db"


def test_book(book):
    assert book.name == "words.db"
PY
python3 -m pytest -q test_book.py
