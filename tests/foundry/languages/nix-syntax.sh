# expect: syntax_error nix.syntax
# needs: nix-instantiate
export NIX_STORE_DIR=$PWD/store NIX_STATE_DIR=$PWD/state NIX_LOG_DIR=$PWD/log NIX_CONF_DIR=$PWD
printf '{ total = 1 \n b = 2; }\n' >shop.nix
nix-instantiate --parse shop.nix
