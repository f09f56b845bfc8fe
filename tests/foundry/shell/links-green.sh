# expect: success
# needs: markdown-link-check python3
printf '# Shop\n[here](http://127.0.0.1:4874/README.md)\n' >README.md
python3 -m http.server -b 127.0.0.1 4874 >/dev/null 2>&1 & sleep 1
markdown-link-check README.md; status=$?; kill %1; exit $status
