# expect: lint lint.coded
# needs: stylelint13
echo '{"rules": {"indentation": 2, "color-hex-case": "lower"}}' >.stylelintrc.json
printf '.basket {\n     color: #FFF;\n   width: 1px;\n}\n' >shop.css
stylelint13 -f unix shop.css
