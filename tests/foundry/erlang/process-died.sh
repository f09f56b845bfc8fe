# expect: crash erlang.process-died
# needs: erl
erl -noshell -eval 'spawn(fun() -> {error, refused} = {ok, 1} end), timer:sleep(300), halt(1).'
