# expect: dependency_missing nix.search-path
# needs: nix-instantiate
export NIX_STORE_DIR=$PWD/store NIX_STATE_DIR=$PWD/state NIX_LOG_DIR=$PWD/log NIX_CONF_DIR=$PWD NIX_PATH=
printf 'import <nixpkgs> {}\n' >shop.nix
nix-instantiate --eval shop.nix
