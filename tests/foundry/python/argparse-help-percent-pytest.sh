# expect: crash python.help-percent
# needs: python3 pytest
cat > prune.py <<'PY'
import argparse


def parser():
    made = argparse.ArgumentParser()
    made.add_argument("--keep", type=int, help="what to keep, from 0 to 100%")
    return made
PY
cat > test_prune.py <<'PY'
from prune import parser


def test_help():
    assert "keep" in parser().format_help()
PY
python3 -m pytest -q test_prune.py
