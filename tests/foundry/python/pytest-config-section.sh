# expect: configuration_error pytest.config-section
# needs: python3 pytest
printf '[pytest]\ntestpaths = tests\n' >setup.cfg
python3 -m pytest -q
