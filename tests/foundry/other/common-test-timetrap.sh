# expect: test_timeout common-test.timetrap
# needs: ct_run
printf -- '-module(shop_SUITE).\n-export([all/0, suite/0, order/1]).\nall() -> [order].\nsuite() -> [{timetrap, {seconds, 1}}].\norder(_) -> client:wait().\n' > shop_SUITE.erl
printf -- '-module(client).\n-compile(export_all).\n-include_lib("common_test/include/ct.hrl").\nwait() -> receive never -> ok end.\n' > client.erl
ct_run -suite shop_SUITE -noshell 2>&1 | grep -v 'erl -\|^$'
exit 1
