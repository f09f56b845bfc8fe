# expect: type_error python.method-lacks-argument
# needs: python3 pytest
# The library calls, and gives less than the method demands.
printf 'from html.parser import HTMLParser\n\n\nclass Notes(HTMLParser):\n    def handle_data(self, data, position):\n        self.text = data\n\n    def handle_comment(self, data, position, depth):\n        self.note = data\n' > notes.py
printf 'from notes import Notes\n\n\ndef test_text():\n    notes = Notes()\n    notes.feed("<p>tide</p>")\n    assert notes.text == "tide"\n' > test_notes.py
python3 -m pytest -q -p no:cacheprovider
python3 -c 'from notes import Notes; Notes().feed("<!-- ebb -->")'
