# expect: configuration_error python.ini-comment
# needs: python3-coverage
printf '[report]\nfail_under = 80  # agreed in May\n' > .coveragerc
printf 'x = 1\n' > shelf.py
python3-coverage run shelf.py
