# expect: import_error python.stdlib-module-removed
# needs: python3
echo 'import formatter' > main.py && python3 main.py
python3 -c 'import urllib2'
python3 -c 'import ConfigParser'
python3 -c 'import cPickle'
