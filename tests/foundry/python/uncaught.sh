# expect: crash python.uncaught
# needs: python3
try() { python3 -c "$1"; }
try 'int("x1")'
try '[][0]'
try '1/0'
try 'len(5)'
try 'raise StopIteration'
try 'raise NotImplementedError("later")'
try 'None.name'
try 'a, b = [1, 2, 3]'
try 'print("€".encode("ascii"))'
try 'import json; json.loads("{")'
try 'def f(a): pass
f()'
try 'raise RuntimeError("the pool is closed")'
try 'import subprocess; subprocess.run(["false"], check=True)'
