# expect: lint js.eslint-compact
# needs: csslint
printf '#basket { color: red !important; }\na { color: #ff }\n.item {}\n' >shop.css
csslint --format=compact shop.css
