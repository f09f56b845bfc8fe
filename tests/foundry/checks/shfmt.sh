# expect: format checks.shfmt-diff
# needs: shfmt
printf 'if true; then\necho 1\nfi\n' >shop.sh
shfmt -d -i 2 shop.sh
