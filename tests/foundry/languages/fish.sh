# expect: syntax_error shell.fish
# needs: fish
printf 'if true\n  echo 1\n' >shop.fish
fish shop.fish
