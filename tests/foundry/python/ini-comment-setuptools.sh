# expect: configuration_error python.ini-comment
# needs: python3
printf '[metadata]\nname = shelf\nversion = 1.0\n[options]\npy_modules = shelf\n[build]\nforce = 1  # always\n' > setup.cfg
printf 'from setuptools import setup\n\nsetup()\n' > setup.py
printf 'x = 1\n' > shelf.py
python3 setup.py build
