# expect: deprecation python.sample-of-set
# needs: python3
python3 -c 'import random; random.sample({1, 2}, 1)'
