# expect: missing_file erlang.include
# needs: erlc
printf -- '-module(shop).\n-include("money.hrl").\n-include_lib("money/include/money.hrl").\n' > shop.erl
erlc shop.erl
