# expect: configuration_error python.unrecognized-arguments
# needs: python3 pytest
printf '[pytest]\naddopts = --strictt\n' > pytest.ini
python3 -m pytest
