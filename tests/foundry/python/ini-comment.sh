# expect: configuration_error python.ini-comment
# needs: python3 flake8
printf '[flake8]\nmax-line-length = 96  # black is told the same\n' > .flake8
printf 'x = 1\n' > shelf.py
python3 -m flake8
