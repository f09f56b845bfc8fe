# expect: test_failure perl.failed-test
# needs: prove
mkdir t; printf 'package T; use base "Test::Class"; use Test::More;\nsub adds : Test { is(1 + 1, 3, "adds") }\nT->runtests;\n' >t/a.t
prove t/a.t
