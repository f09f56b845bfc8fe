# expect: dependency_missing dune.library
# needs: dune
echo '(lang dune 2.9)' > dune-project; echo '(executable (name shop) (libraries money))' > dune
echo 'let () = ()' > shop.ml
dune build 2>&1
