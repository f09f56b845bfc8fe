# expect: success
# needs: black
printf "x = {'a':1}\n" > shop.py
black .
black --check .
