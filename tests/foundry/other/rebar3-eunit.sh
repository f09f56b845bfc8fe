# expect: test_failure eunit.failure
# needs: rebar3
mkdir src test; echo '{deps, []}.' > rebar.config
printf '{application, shop, [{vsn, "1"}, {applications, [kernel]}, {modules, []}]}.\n' > src/shop.app.src
printf -- '-module(shop).\n-export([total/1]).\ntotal(P) -> lists:sum(P).\n' > src/shop.erl
printf -- '-module(shop_tests).\n-include_lib("eunit/include/eunit.hrl").\ntotal_test() -> ?assertEqual(3, shop:total([1, 1])).\nbad_test() -> shop:total(x).\n' > test/shop_tests.erl
rebar3 eunit
