# expect: lint yaml.yamllint
# needs: yamllint
printf 'name: shop   \non:   push\njobs:\n   test:\n     - a\n   test: 2' >a.yml
yamllint a.yml; yamllint -f parsable a.yml
