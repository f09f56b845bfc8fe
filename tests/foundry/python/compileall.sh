# expect: syntax_error python.syntax-error
# needs: python3
mkdir src && echo 'x = = 1' > src/bad.py && echo 'x = 1' > src/good.py
python3 -m compileall -q src
