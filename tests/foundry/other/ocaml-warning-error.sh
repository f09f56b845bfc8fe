# expect: lint ocaml.warning-error
# needs: dune
echo '(lang dune 2.9)' > dune-project; echo '(executable (name shop))' > dune
printf 'let f () = let x = 1 in 2\nlet () = print_int (f ())\n' > shop.ml
dune build 2>&1
