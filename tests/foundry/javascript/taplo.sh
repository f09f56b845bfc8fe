# expect: format checks.would-reformat
# needs: taplo
printf 'a=1\n' >a.toml
taplo format --check a.toml
