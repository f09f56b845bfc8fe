# expect: syntax_error erlang.syntax
# needs: erlc
printf -- '-module(shop).\n-export([total/1]).\ntotal(P) -> lists:sum(P)\n\nname() -> shop.\n' > shop.erl
erlc shop.erl
