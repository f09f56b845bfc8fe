# expect: test_failure ocaml.dune-corrected
# needs: dune
printf '(lang dune 2.9)\n(cram enable)\n' >dune-project; printf '  $ echo 2\n  3\n' >a.t
dune runtest
