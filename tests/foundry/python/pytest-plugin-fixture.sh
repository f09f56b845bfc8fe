# expect: dependency_missing pytest.plugin-fixture
# needs: python3 pytest
echo 'def test_speed(benchmark): benchmark(len, [])' > test_speed.py
python3 -m pytest -p no:cacheprovider
