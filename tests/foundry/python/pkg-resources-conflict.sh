# expect: dependency_conflict python.version-conflict
# needs: python3
python3 -W ignore -c "import pkg_resources; pkg_resources.require('pip>=999')"
