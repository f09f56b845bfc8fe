# expect: syntax_error js.less
# needs: lessc
echo "a { color: @red; }" >a.less
echo "a { color: red" >b.less
lessc a.less; lessc b.less
