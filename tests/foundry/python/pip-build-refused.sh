# expect: compile_error pip.build-failed
# needs: python3 pip3
mkdir fast && cat > fast/setup.py <<'PY'
import sys
from setuptools import setup
if "bdist_wheel" in sys.argv:
    raise SystemExit("this platform has no wheel")
setup(name="fast", version="1.0")
PY
pip3 wheel --no-index --no-build-isolation --no-deps ./fast
