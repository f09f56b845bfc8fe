# expect: success
# needs: yamllint
printf 'name: shop\non: push  # error: line too long\n' >a.yml
yamllint a.yml
