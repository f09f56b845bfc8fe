# expect: configuration_error python.dataclass-order
# needs: python3
cat >parcel.py <<'PY'
from dataclasses import dataclass


@dataclass
class Parcel:
    express: bool = False
    weight_g: int
PY
python3 parcel.py
