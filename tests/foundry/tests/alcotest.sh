# expect: test_failure tests.marked
# needs: ocamlfind
printf 'let adds () = Alcotest.(check int) "total" 3 (1 + 1)\nlet () = Alcotest.run "shop" ["basket", [Alcotest.test_case "adds" `Quick adds]]\n' >t.ml
ocamlfind ocamlopt -package alcotest -linkpkg t.ml -o t; ./t --color=never
