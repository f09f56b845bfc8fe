# expect: syntax_error python.syntax-error
# needs: python3
check() { cat > part.py; python3 part.py; }
check <<'PY'
print "hello"
PY
check <<'PY'
items = [1, 2, 3
PY
check <<'PY'
name = 'unfinished
PY
check <<'PY'
if x = 1: pass
PY
check <<'PY'
f(a=1, 2)
PY
check <<'PY'
async = 1
PY
check <<'PY'
x = 010
PY
check <<'PY'
def f(): await g()
PY
check <<'PY'
return 5
PY
check <<'PY'
s = "C:\Users"
PY
check <<'PY'
total = (1, 2}
PY
check <<'PY'
"""never closed
PY
