# expect: lint yamllint.error-parsable
# needs: yamllint
printf 'name: ci\njobs:\n   build:\n     note: "a"   \n' > ci.yml
yamllint -f parsable ci.yml
yamllint -f github ci.yml
