# expect: syntax_error yamllint.syntax
# needs: yamllint
printf 'name: ci\nrun: echo a: b\n' > ci.yml
yamllint ci.yml
