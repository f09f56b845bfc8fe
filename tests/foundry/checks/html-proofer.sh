# expect: quality_gate links.html-proofer
# needs: htmlproofer
mkdir _site && printf '<!DOCTYPE html><html><body><a href="/prices.html">Prices</a> <a href="open.html#hours">Open</a> <img src="till.png"></body></html>\n' >_site/index.html
printf '<!DOCTYPE html><html><body><p>Open</p></body></html>\n' >_site/open.html
htmlproofer --disable-external _site
