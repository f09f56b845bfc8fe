# expect: configuration_error yaml.yamllint-syntax
# needs: yamllint
printf -- '---\nname: shop: basket\n' >a.yml
yamllint a.yml; yamllint -f parsable a.yml
