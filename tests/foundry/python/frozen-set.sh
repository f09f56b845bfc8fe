# expect: test_failure python.frozen-set
# needs: python3 pytest
cat > stamp.py <<'P'
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Stamp:
    country: str
    key: str = field(init=False)

    def __post_init__(self):
        self.key = self.country.upper()
P
printf 'from stamp import Stamp\n\n\ndef test_key():\n    assert Stamp("fr").key == "FR"\n' > test_stamp.py
python3 -m pytest -q
