# expect: success
# needs: python3
printf '[metadata]\nname = shelf\nversion = 1.0\ndescription-file = README.md\n' > setup.cfg
python3 -c 'from setuptools import setup; setup()' --name
