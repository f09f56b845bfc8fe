# expect: dependency_missing packages.cpanm
# needs: cpanm unshare
[ -n "${INSIDE:-}" ] || exec env INSIDE=1 unshare --net bash "$0"
cpanm --mirror file:///nowhere --mirror-only Shop::Basket
printf 'requires "Shop::Basket";\n' >cpanfile
cpanm --mirror file:///nowhere --mirror-only --installdeps .
