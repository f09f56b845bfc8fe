# expect: compile_error erlang.error
# needs: erlc
printf -- '-module(shop).\n-export([total/1, name/0]).\n-record(item, {price}).\ntotal(X) -> Y, sum(X).\ntotal(X) -> X.\nfirst() -> #item{weight = 1}.\nlast() -> #basket{}.\nboth(X) when is_nothing(X) -> ?PRICE.\n' > shop.erl
erlc shop.erl
