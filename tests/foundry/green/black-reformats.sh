# expect: success
# needs: black isort
# Formatting in place is no failure.
printf "import sys, os\ndef error( x ) :\n  return {'failed':x}\n" > a.py
printf "x = 1\n" > b.py
black a.py b.py; isort a.py; black --check . ; python3 -m py_compile a.py
