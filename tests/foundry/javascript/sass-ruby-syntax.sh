# expect: syntax_error js.sass
# needs: /usr/bin/sass
printf '.basket { color: ; }\n' >a.scss
/usr/bin/sass a.scss
