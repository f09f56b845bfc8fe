# expect: success
# needs: hg
export HGUSER=ci
hg init shop && cd shop && echo a >error.txt && hg add && hg commit -m 'fix: connection refused' && hg log && hg update -r 0 && hg status && hg verify
hg summary
