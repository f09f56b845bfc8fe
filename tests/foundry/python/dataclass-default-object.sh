# expect: configuration_error python.dataclass-default
# needs: python3
cat > box.py <<'PY'
from dataclasses import dataclass


@dataclass
class Lid:
    weight_g: int = 40


@dataclass
class Box:
    lid: Lid = Lid()
PY
python3 box.py
