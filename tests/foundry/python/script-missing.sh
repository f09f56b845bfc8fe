# expect: missing_file python.script-missing
# needs: python3
python3 manage.py migrate
