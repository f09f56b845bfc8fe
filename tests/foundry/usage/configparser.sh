# expect: configuration_error python.config-file
# needs: python3
printf 'import configparser\nconfigparser.ConfigParser().read_string("region = a")\n' >a.py
python3 a.py
