# expect: missing_file nix.file
# needs: nix-instantiate
export NIX_STORE_DIR=$PWD/store NIX_STATE_DIR=$PWD/state NIX_LOG_DIR=$PWD/log NIX_CONF_DIR=$PWD
printf 'import ./prices.nix\n' >shop.nix
nix-instantiate --eval shop.nix
