# expect: configuration_error pytest.unknown-argument-other
# needs: python3 pytest
printf '[pytest]\naddopts = --strictt\n' > pytest.ini
python3 -m pytest
