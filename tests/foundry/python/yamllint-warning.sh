# expect: success
# needs: yamllint
printf 'name: ci\non: push\n' > ci.yml
yamllint ci.yml
