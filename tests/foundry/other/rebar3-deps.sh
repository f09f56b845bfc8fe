# expect: dependency_missing rebar3.package
# needs: rebar3
export REBAR_OFFLINE=1; mkdir src; echo '{deps, [{money, "1.0.0"}]}.' > rebar.config
printf '{application, shop, [{vsn, "1"}, {applications, [kernel]}, {modules, []}]}.\n' > src/shop.app.src
HEX_CDN=http://127.0.0.1:1 rebar3 compile
