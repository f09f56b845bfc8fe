# expect: toolchain pip.compiler-missing
# needs: python3 pip3
mkdir fast && cat > fast/setup.py <<'PY'
from setuptools import Extension, setup
setup(name="fast", version="1.0", ext_modules=[Extension("fast", ["fast.c"])])
PY
touch fast/fast.c
CC=gcc-99 pip3 wheel --no-index --no-build-isolation --no-deps ./fast
