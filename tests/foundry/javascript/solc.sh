# expect: syntax_error js.solidity-syntax
# needs: solcjs
printf '// SPDX-License-Identifier: MIT\npragma solidity >=0.8.0;\ncontract Shop { function f() public returns (uint) { return total; } }\n' >a.sol
solcjs --bin a.sol
printf '// SPDX-License-Identifier: MIT\npragma solidity >=0.8.0;\ncontract Shop { function f( public }\n' >b.sol
solcjs --bin b.sol
