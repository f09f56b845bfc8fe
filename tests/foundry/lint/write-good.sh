# expect: lint lint.write-good
# needs: write-good
echo "So the basket was stolen. There is is a till." >shop.md
write-good shop.md
