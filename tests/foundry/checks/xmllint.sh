# expect: syntax_error checks.xml-syntax
# needs: xmllint
printf '<shop>\n  <basket>\n</shop>\n' >shop.xml
xmllint --noout shop.xml
