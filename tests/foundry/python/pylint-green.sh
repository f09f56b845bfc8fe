# expect: success
# needs: pylint
printf '"""Shop."""\nNAME = 1\n' > shop.py
pylint shop.py
