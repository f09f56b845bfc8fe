# expect: test_failure python.frozen-set
# needs: python3
cat > stamp.py <<'P'
import dataclasses


@dataclasses.dataclass(frozen=True)
class Stamp:
    country: str

    def __post_init__(self):
        self.country = self.country.upper()


Stamp("fr")
P
python3 stamp.py
