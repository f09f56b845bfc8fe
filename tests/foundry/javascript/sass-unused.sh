# expect: lint js.sass-unused
# needs: fusv
mkdir scss; echo '$red: #f00; $blue: #00f; a { color: $red }' >scss/a.scss
fusv scss
