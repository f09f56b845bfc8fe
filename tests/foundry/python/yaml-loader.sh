# expect: deprecation python.yaml-loader
# needs: python3 pytest
printf 'import yaml\n\n\ndef test_load():\n    assert yaml.load("a: 1") == {"a": 1}\n' > test_load.py
printf '\n\ndef test_load_all():\n    assert list(yaml.load_all("a: 1")) == [{"a": 1}]\n' >> test_load.py
python3 -m pytest -q -p no:cacheprovider
