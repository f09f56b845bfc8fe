# expect: crash erlang.crash
# needs: erl
erl -noshell -config nowhere -eval 'halt(0).'
