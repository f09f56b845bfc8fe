# expect: import_error python.typing-too-new
# needs: python3
printf 'from typing import ReadOnly, TypedDict\n' > shelf.py
python3 -c 'import shelf'
