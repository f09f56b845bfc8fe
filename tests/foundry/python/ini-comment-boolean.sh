# expect: configuration_error python.ini-comment
# needs: python3 flake8
printf '[flake8]\nshow-source = True  ; all of it\n' > .flake8
printf 'x = 1\n' > shelf.py
python3 -m flake8
