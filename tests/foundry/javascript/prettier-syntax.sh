# expect: syntax_error js.prettier-syntax
# needs: prettier prettier1
echo "function ( {" >a.js
prettier1 --check a.js; prettier --check a.js
