# expect: import_error js.sass-missing
# needs: sassc
printf '.basket { color: ; }\n' >value.scss
printf '@import "nowhere";\n' >import.scss
printf '.basket { @include nowhere; }\n' >mixin.scss
for file in mixin.scss import.scss value.scss; do sassc $file; done
