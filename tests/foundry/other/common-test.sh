# expect: test_failure common-test.failed
# needs: ct_run
printf -- '-module(shop_SUITE).\n-compile(export_all).\nall() -> [total, name].\ntotal(_) -> 3 = lists:sum([1, 1]).\nname(_) -> ok.\n' > shop_SUITE.erl
ct_run -suite shop_SUITE -noshell 2>&1 | grep -v 'erl -\|^$'
exit 1
