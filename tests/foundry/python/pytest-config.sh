# expect: configuration_error pytest.config-option
# needs: python3 pytest
printf '[pytest]\naddopts = --strict-config\ntimeout_secs = 5\n' > pytest.ini
echo 'def test_one(): pass' > test_one.py
python3 -m pytest -p no:cacheprovider
