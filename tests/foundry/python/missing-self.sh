# expect: type_error python.missing-self
# needs: python3 pytest
printf 'class Lamp:\n    def light():\n        return 1\n' > lamp.py
printf 'from lamp import Lamp\n\n\ndef test_light():\n    assert Lamp().light() == 1\n' > test_lamp.py
python3 -m pytest -q -p no:cacheprovider
