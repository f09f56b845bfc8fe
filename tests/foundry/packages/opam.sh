# expect: dependency_missing packages.opam
# needs: opam
mkdir -p repo/packages && printf 'opam-version: "2.0"\n' >repo/repo
opam init -n --bare --disable-sandboxing -k local file://$PWD/repo >/dev/null 2>&1
opam switch create shop --empty >/dev/null 2>&1
opam install -y shop
mkdir p && printf 'opam-version: "2.0"\nname: "till"\nversion: "1"\ndepends: ["libtill"]\n' >p/till.opam
opam install -y ./p
exit 1
