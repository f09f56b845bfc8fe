# expect: format ocaml.dune-format
# needs: dune
echo '(lang dune 2.9)' >dune-project; printf '(rule (alias fmt) (action (diff a.ml a.ml.formatted)))\n' >dune; printf 'let   a = 1\n' >a.ml; printf 'let a = 1\n' >a.ml.formatted
dune build @fmt
