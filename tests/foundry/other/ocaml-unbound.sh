# expect: compile_error ocaml.unbound
# needs: dune
echo '(lang dune 2.9)' > dune-project; echo '(executable (name shop))' > dune
printf 'let () = print_int (Money.total [1])\n' > shop.ml
dune build 2>&1
