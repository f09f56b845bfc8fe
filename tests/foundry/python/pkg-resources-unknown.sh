# expect: dependency_missing python.distribution-missing
# needs: python3
python3 -W ignore -c "import pkg_resources; pkg_resources.require('nowhere-prices')"
