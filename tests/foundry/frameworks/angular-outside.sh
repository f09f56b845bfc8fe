# expect: configuration_error js.angular-outside
# needs: ng19 ng12
export NG_CLI_ANALYTICS=false
ng12 build
ng19 build
