# expect: toolchain python.too-old
# needs: python3
printf 'import sys\nif sys.version_info[:2] < (4, 2):\n    raise RuntimeError("Python version >= 4.2 required.")\n' >setup.py
python3 setup.py egg_info
printf 'import sys\nif sys.version_info < (4, 2):\n    sys.exit("shop requires Python 4.2 or newer.")\n' >setup.py
python3 setup.py egg_info
printf 'import sys\nif sys.version_info < (4, 2):\n    sys.exit("Sorry, Python < 4.2 is not supported")\n' >setup.py
python3 setup.py egg_info
