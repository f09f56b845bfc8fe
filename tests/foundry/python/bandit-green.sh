# expect: success
# needs: bandit
printf 'x = 1\n' > shop.py
bandit -r shop.py
