# expect: configuration_error js.karma-config
# needs: karma6
echo "module.exports = {basket}" >karma.conf.js
timeout 60 karma6 start --no-colors
