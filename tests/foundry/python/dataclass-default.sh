# expect: configuration_error python.dataclass-default
# needs: python3 pytest
printf 'from dataclasses import dataclass\n\n\n@dataclass\nclass Box:\n    labels: list = []\n' > box.py
printf 'from box import Box\n\n\ndef test_box():\n    assert Box()\n' > test_box.py
python3 -m pytest -q -p no:cacheprovider
