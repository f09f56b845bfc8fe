# expect: deprecation pytest.node-constructed
# needs: python3 pytest
cat > conftest.py <<'P'
import pytest


def pytest_collect_file(parent, file_path):
    if file_path.suffix == ".sum":
        return CaseFile(file_path, parent)


class CaseFile(pytest.File):
    def collect(self):
        return []
P
touch a.sum
python3 -m pytest -q
