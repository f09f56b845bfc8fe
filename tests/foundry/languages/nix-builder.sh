# expect: compile_error nix.builder
# needs: nix-build
export NIX_STORE_DIR=$PWD/store NIX_STATE_DIR=$PWD/state NIX_LOG_DIR=$PWD/log NIX_CONF_DIR=$PWD
printf 'sandbox = false\nbuild-users-group =\nsubstitute = false\n' >nix.conf
printf 'derivation { name = "shop"; system = builtins.currentSystem; builder = "/bin/sh"; args = ["-c" "echo no prices >&2; exit 3"]; }\n' >shop.nix
nix-build shop.nix
