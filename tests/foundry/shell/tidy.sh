# expect: lint shell.html-tidy
# needs: tidy
printf '<!DOCTYPE html><html><head><title>a</title></head><body><foo>x</foo></body></html>\n' >a.html
tidy -q -e a.html
