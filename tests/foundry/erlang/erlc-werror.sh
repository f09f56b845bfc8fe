# expect: compile_error erlang.error
# needs: erlc
printf -- '-module(shop).\n-export([total/1]).\n-import(lists, [sum/1]).\ntotal(Prices) -> 3.\nname() -> shop.\n' > shop.erl
erlc -Werror shop.erl
