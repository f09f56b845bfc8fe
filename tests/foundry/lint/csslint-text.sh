# expect: lint lint.csslint
# needs: csslint
printf '#basket { color: red !important; }\na { color: #ff }\n.item {}\n' >shop.css
csslint shop.css
