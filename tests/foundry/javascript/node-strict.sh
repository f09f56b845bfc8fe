# expect: syntax_error js.node-syntax
# needs: node
printf "'use strict';\nconst price = '\\\\08';\n" >octal.js
printf "'use strict';\nwith (shop) total();\n" >with.js
printf "let total = 1;\nlet total = 2;\n" >twice.js
printf "const total;\n" >const.js
printf "return 1;}\n" >brace.js
printf "await total();\n" >await.js
printf "for (let a of [1]) { break shop; }\n" >label.js
printf "let let = 1;\n" >let.js
printf "a = 1 = 2;\n" >assign.js
printf "class A { constructor() {} constructor() {} }\n" >class.js
printf "/a(/.test('a');\n" >regexp.js
printf "const a = 'b\n" >string.js
printf "delete_ = function (a, a) { 'use strict' }\n" >argument.js
for file in octal with twice const brace await label let assign class regexp string argument; do node $file.js; done
