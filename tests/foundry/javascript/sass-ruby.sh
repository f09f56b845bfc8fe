# expect: import_error js.sass-missing
# needs: /usr/bin/sass
printf '@import "colours"\n  .basket\n' >nested.sass
printf '.basket\n  color: red\n   .item\n' >indented.sass
printf '.basket\n  color: $red\n' >variable.sass
printf '@import "nowhere";\n' >import.scss
printf '.basket { @include nowhere; }\n' >mixin.scss
for file in indented.sass nested.sass variable.sass import.scss mixin.scss; do /usr/bin/sass $file; done
