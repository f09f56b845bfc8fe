# expect: crash python.locale-encoding
# needs: python3
printf 'cr\303\250me\n' >menu.txt
echo 'print(open("menu.txt").read())' >menu.py
LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 python3 menu.py
