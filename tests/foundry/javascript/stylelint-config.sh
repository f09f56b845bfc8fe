# expect: configuration_error js.stylelint-config
# needs: stylelint13 stylelint14 stylelint16
mkdir shop && cd shop; echo 'a { color: red }' >main.css
for version in 13 14 16; do
  stylelint$version main.css
  echo '{"extends": "stylelint-config-shop"}' >.stylelintrc.json
  stylelint$version main.css
  rm .stylelintrc.json
done
echo '{"rules": {"no-empty-source": true}}' >.stylelintrc.json
stylelint14 "src/**/*.scss"; stylelint16 "src/**/*.scss"
echo main.css >.stylelintignore; stylelint16 main.css
