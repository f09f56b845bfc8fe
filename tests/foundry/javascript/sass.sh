# expect: syntax_error js.sass
# needs: sass
echo "a { color: \$red; }" >a.scss
echo "a { color: red" >b.scss
echo "@use 'colours';" >c.scss
sass c.scss; sass a.scss; sass b.scss
