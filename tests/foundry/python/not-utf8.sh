# expect: crash python.not-utf8
# needs: python3
printf 'id,name\n1,Z\374rich\n' >stations.csv
echo 'print(open("stations.csv", encoding="utf-8").read())' >stations.py
python3 stations.py
