# expect: crash run.uncaught
# needs: ocamlfind
printf 'let () = failwith "no prices"\n' >a.ml; ocamlfind ocamlopt a.ml -o a 2>/dev/null; ./a
