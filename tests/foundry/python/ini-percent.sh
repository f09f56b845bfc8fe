# expect: configuration_error python.ini-percent
# needs: python3
printf '[alarm]\nfull = 90%% of the disk\n' > keeper.ini
python3 -c '
import configparser
parser = configparser.ConfigParser()
parser.read("keeper.ini")
print(parser["alarm"]["full"])
'
