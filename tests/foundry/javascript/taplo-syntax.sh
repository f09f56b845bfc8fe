# expect: syntax_error js.taplo-syntax
# needs: taplo
printf 'a = \nb = [1\n' >a.toml
taplo lint a.toml
