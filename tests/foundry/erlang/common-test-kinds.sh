# expect: test_failure common-test.failed
# needs: ct_run
cat > shop_SUITE.erl <<'S'
-module(shop_SUITE).
-compile(export_all).
all() -> [{group, remote}, missing, told, dies].
groups() -> [{remote, [], [told]}].
init_per_group(remote, _) -> ct:fail(no_server).
end_per_group(_, _) -> ok.
missing(_) -> prices:total(1).
told(_) -> ct:fail("expected 3 but got 2").
dies(_) -> exit(shop_closed).
S
mkdir two; cat > two/basket_SUITE.erl <<'S'
-module(basket_SUITE).
-compile(export_all).
all() -> [fine].
init_per_suite(_) -> erlang:error(no_prices).
fine(_) -> ok.
S
ct_run -suite shop_SUITE -noshell 2>&1 | grep -v 'erl -\|^$'
ct_run -dir two -noshell 2>&1 | grep -v 'erl -\|^$'
exit 1
