# expect: type_error ocaml.type
# needs: dune
echo '(lang dune 2.9)' > dune-project; echo '(executable (name shop))' > dune
printf 'let total p = List.fold_left (+) 0 p\nlet () = print_string (total [1])\n' > shop.ml
dune build 2>&1
