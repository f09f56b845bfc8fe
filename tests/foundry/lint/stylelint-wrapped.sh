# expect: lint js.stylelint
# needs: stylelint13 script
echo '{"rules": {"indentation": 2, "color-hex-case": "lower"}}' >.stylelintrc.json
printf '.basket {\n     color: #FFF;\n   width: 1px;\n}\n' >shop.css
FORCE_COLOR=0 script -qec 'stty cols 60; stylelint13 shop.css' /dev/null | tr -d '\r'
exit 2
