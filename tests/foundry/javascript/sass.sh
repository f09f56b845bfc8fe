# expect: syntax_error js.sass
# needs: sass-npm
echo ".basket { color: red" >block.scss
echo ".basket { color: ; }" >value.scss
sass-npm block.scss; sass-npm value.scss
