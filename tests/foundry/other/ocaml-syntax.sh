# expect: syntax_error ocaml.syntax
# needs: dune
echo '(lang dune 2.9)' > dune-project; echo '(executable (name shop))' > dune
printf 'let total = (1 + \nlet x = 2\n' > shop.ml
dune build 2>&1
