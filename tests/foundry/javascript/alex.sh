# expect: lint js.remark
# needs: alex
echo 'He is the chairman of the blacklist.' >a.md
alex a.md
