# expect: import_error python.typing-attribute
# needs: python3
printf 'import typing\n\n\nclass A:\n    def f(self, x: typing.TypeIs[int]): ...\n' > shelf.py
python3 -c 'import shelf'
