# expect: out_of_memory erlang.memory
# needs: erl
ulimit -v 2500000
erl -noshell -eval 'lists:foldl(fun(N, A) -> [binary:copy(<<"price">>, 10000000 + N) | A] end, [], lists:seq(1, 1000)), halt(0).'
