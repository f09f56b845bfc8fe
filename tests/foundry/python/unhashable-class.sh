# expect: test_failure python.unhashable-class
# needs: python3 pytest
cat > point.py <<'P'
class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x
P
printf 'from point import Point\n\n\ndef test_set():\n    assert len({Point(1), Point(1)}) == 1\n' > test_point.py
python3 -m pytest -q
