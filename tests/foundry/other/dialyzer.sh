# expect: type_error dialyzer.warning
# needs: dialyzer erlc
printf -- '-module(shop).\n-export([total/0]).\n-spec total() -> atom().\ntotal() -> f(a).\nf(X) when is_integer(X) -> X + 1.\n' > shop.erl
erlc +debug_info shop.erl; dialyzer --build_plt --output_plt p.plt --apps erts kernel >/dev/null 2>&1; dialyzer --plt p.plt shop.beam
