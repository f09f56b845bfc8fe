# expect: lint lint.lintspaces
# needs: lintspaces
printf 'a  \n\tb\n' >shop.txt
lintspaces -t -n -d spaces shop.txt
