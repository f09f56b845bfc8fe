# expect: success
# needs: tidy
printf '<!DOCTYPE html>\n<html><head><title>Error 404</title></head><body><h1>Failed</h1></body></html>\n' > e.html
tidy -e e.html; xmllint --version >/dev/null 2>&1; python3 - <<'P'
import html.parser
html.parser.HTMLParser().feed(open("e.html").read()); print("e.html: 0 errors")
P
