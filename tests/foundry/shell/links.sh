# expect: quality_gate shell.dead-link
# needs: markdown-link-check linkchecker python3
printf '# Shop\n[gone](http://127.0.0.1:4874/gone)\n[file](./nowhere.md)\n[here](http://127.0.0.1:4874/)\n' >README.md
mkdir www; printf '<a href="/gone.html">x</a>' >www/index.html
(cd www; exec python3 -m http.server -b 127.0.0.1 4874 >/dev/null 2>&1) & sleep 1
markdown-link-check README.md; chmod 755 . .. ; cd /
linkchecker --no-status http://127.0.0.1:4874/
kill %1; exit 1
