# expect: success
# needs: pandoc
printf '%% Errors\n\n# Failed\n\n![missing](none.png) and <b>html [link](#nowhere)\n\n[^1]\n' > e.md
pandoc -s e.md -o e.html --verbose; pandoc -s e.md -o e.docx; pandoc e.md -t plain
