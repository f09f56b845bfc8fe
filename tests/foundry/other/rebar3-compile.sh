# expect: compile_error erlang.error
# needs: rebar3
mkdir src; echo '{deps, []}.' > rebar.config
printf '{application, shop, [{vsn, "1"}, {applications, [kernel]}, {modules, []}]}.\n' > src/shop.app.src
printf -- '-module(shop).\n-export([total/1, name/0]).\ntotal(P) -> sum(P).\nother() -> X.\n' > src/shop.erl
rebar3 compile
