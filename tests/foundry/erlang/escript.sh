# expect: crash erlang.escript
# needs: escript
printf '#!/usr/bin/env escript\nmain(_) -> io:format("~p~n", [1 / length(os:getenv("SHOP", ""))]).\n' > shop
escript shop
