# expect: test_failure prolog.test
# needs: swipl
printf ':- use_module(library(plunit)).\n:- begin_tests(basket).\ntest(adds) :- 3 is 1 + 1.\ntest(kept) :- true.\n:- end_tests(basket).\n' >shop.pl
swipl -g run_tests -t halt shop.pl
