# expect: success
# needs: dune ocamlfind
mkdir lib test
echo '(lang dune 2.9)' > dune-project
echo '(library (name codes) (flags (:standard -w +a-4-9-40-41-42-44-45-70 -warn-error -a)))' > lib/dune
printf 'let failed code = code >= 400\nlet unused_error () = let x = 1 in 2\n' > lib/codes.ml
echo '(test (name t) (libraries codes))' > test/dune
printf 'let () = assert (Codes.failed 404); print_endline "Fatal error: exception Not_found is caught"; (try raise Not_found with Not_found -> ())\n' > test/t.ml
dune build --display short 2>&1; dune runtest --force
