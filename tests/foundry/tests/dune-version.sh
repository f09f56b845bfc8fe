# expect: toolchain ocaml.dune-version
# needs: dune
echo '(lang dune 3.0)' >dune-project; dune build
