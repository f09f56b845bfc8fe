# expect: success
# needs: rebar3 erl
mkdir -p src test
printf '{erl_opts, [debug_info]}.\n{deps, []}.\n' > rebar.config
printf '{application, codes, [{vsn, "1"}, {applications, [kernel, stdlib]}, {modules, []}]}.\n' > src/codes.app.src
printf -- '-module(codes).\n-export([fail/1]).\nfail(Why) -> erlang:error(Why).\nunused() -> ok.\n' > src/codes.erl
cat > test/codes_tests.erl <<'E'
-module(codes_tests).
-include_lib("eunit/include/eunit.hrl").
error_test() -> ?assertError(badarg, codes:fail(badarg)).
timeout_failed_test() -> ?debugMsg("** exception error: no match of right hand side value"), ok.
crash_test() -> spawn(fun() -> exit({error, econnrefused}) end), timer:sleep(20).
E
rebar3 compile; rebar3 eunit --verbose
