# expect: quality_gate checks.asciidoctor
# needs: asciidoctor
printf '= Basket\n\ninclude::prices.adoc[]\n\n<<nowhere>>\n' >shop.adoc
asciidoctor -v --failure-level=WARN shop.adoc
