# expect: format black.would-reformat
# needs: black
printf "x = {'a':1}\n" > shop.py; printf 'x = 1\n' > good.py
black --check .
