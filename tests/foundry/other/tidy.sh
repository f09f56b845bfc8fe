# expect: lint shell.html-tidy
# needs: tidy
printf '<!DOCTYPE html>\n<html><head></head><body><h1>Cart</h2><shop-cart></body></html>\n' > c.html
tidy -e -q c.html
