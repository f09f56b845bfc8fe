# expect: import_error js.sass-missing
# needs: sass-npm
printf '@import "colours"\n  .basket\n' >nested.sass
printf '.basket { @include nowhere; }\n' >mixin.scss
printf '.basket { width: 1px + 1s; }\n' >units.scss
echo "@use 'nowhere';" >use.scss; echo ".basket { color: \$red; }" >variable.scss
printf '@function price() { @error "no price"; }\n.basket { width: price(); }\n' >told.scss
for file in variable.scss use.scss units.scss mixin.scss told.scss nested.sass; do sass-npm --quiet $file; done
