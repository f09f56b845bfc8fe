# expect: crash other.erlang-crash
# needs: erl
erl -noshell -s shop start
