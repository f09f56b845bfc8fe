# expect: compile_error nix.error
# needs: nix-instantiate
export NIX_STORE_DIR=$PWD/store NIX_STATE_DIR=$PWD/state NIX_LOG_DIR=$PWD/log NIX_CONF_DIR=$PWD
printf '{ total = totl + 1; }\n' >shop.nix
nix-instantiate --eval --strict shop.nix
