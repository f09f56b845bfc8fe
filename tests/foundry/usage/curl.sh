# expect: configuration_error said.option
# needs: curl
curl --nowhere
