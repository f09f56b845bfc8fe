# expect: lint yamllint.error
# needs: yamllint
printf 'name: ci\non: push\njobs:\n   build:\n     steps: [ ]\n     note: "a"   \n' > ci.yml
yamllint ci.yml
