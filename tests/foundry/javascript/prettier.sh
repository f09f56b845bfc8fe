# expect: format js.prettier
# needs: prettier prettier1
mkdir src; echo "const a = {b:1}" >src/a.js; echo "a{color:red}" >src/a.css
prettier1 --check 'src/**'
prettier --check src
prettier --list-different src
prettier --check src/a.js
