# expect: lint js.stylelint
# needs: stylelint
echo '{"rules": {"indentation": 2, "declaration-property-value-no-unknown": true, "selector-max-id": 0, "custom-property-pattern": ["^shop-", {"message": "Expected the name of a custom property to begin with shop, because the rules of the house ask for that (see the guide)"}]}}' >.stylelintrc.json
printf ':root { --basket: 1px; }\n#basket { color: 12px; }\n' >a.css
COLUMNS=60 stylelint a.css
