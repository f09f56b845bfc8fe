# expect: test_failure eunit.failure
# needs: erlc erl
printf -- '-module(shop_tests).\n-include_lib("eunit/include/eunit.hrl").\ntotal_test() -> ?assertEqual(3, 2).\n' > shop_tests.erl
erlc shop_tests.erl && erl -noshell -eval 'case eunit:test(shop_tests, [verbose]) of ok -> halt(0); _ -> halt(1) end.'
