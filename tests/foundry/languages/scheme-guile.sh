# expect: crash scheme.unbound
# needs: guile
printf '(display (totl 1))\n' >shop.scm
guile --no-auto-compile shop.scm
