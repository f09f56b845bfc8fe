# expect: quality_gate coverage.below
# needs: python3 pytest
mkdir quaywatch
printf 'def level(metres):\n    return "red" if metres > 3 else "green"\n' > quaywatch/__init__.py
printf 'import quaywatch\ndef test_level():\n    assert quaywatch.level(1) == "green"\n' > test_level.py
python3 -m pytest --cov=tidewatch --cov-fail-under=85 -p no:cacheprovider
