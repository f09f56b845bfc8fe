# expect: test_timeout common-test.timetrap
# needs: ct_run
cat > shop_SUITE.erl <<'S'
-module(shop_SUITE).
-compile(export_all).
suite() -> [{timetrap, {seconds, 1}}].
all() -> [slow, fine].
slow(_) -> timer:sleep(5000).
fine(_) -> ok.
S
ct_run -suite shop_SUITE -noshell 2>&1 | grep -v 'erl -\|^$'
exit 1
