# expect: dependency_missing python.module-not-found
# needs: python3 pytest
echo 'import structlog' > conftest.py && echo 'def test_one(): pass' > test_one.py
python3 -m pytest -p no:cacheprovider
