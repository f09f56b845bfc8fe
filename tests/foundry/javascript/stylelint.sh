# expect: lint js.stylelint
# needs: stylelint
echo '{"rules": {"color-no-invalid-hex": true, "block-no-empty": true}}' >.stylelintrc.json
echo "a { color: #ff; }
b {}" >a.css
stylelint a.css
echo "a { color: " >b.css
stylelint b.css
