# expect: deprecation python.removed-attribute
# needs: python3
cat > mean.py <<'PY'
import numpy as np
print(np.zeros(3, dtype=np.float))
PY
python3 mean.py
