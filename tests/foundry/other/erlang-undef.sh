# expect: crash erlang.crash
# needs: erl
erl -noshell -s shop start
