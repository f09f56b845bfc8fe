# expect: test_failure tests.ounit
# needs: ocamlfind
printf 'open OUnit2\nlet () = run_test_tt_main ("basket" >::: ["adds" >:: (fun _ -> assert_equal ~printer:string_of_int 3 (1 + 1))])\n' >t.ml
ocamlfind ocamlopt -package ounit2 -linkpkg t.ml -o t 2>/dev/null || ocamlfind ocamlopt -package oUnit -linkpkg t.ml -o t; ./t -no-output-file
