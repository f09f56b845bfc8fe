# expect: dependency_conflict packages.opam-conflict
# needs: opam
pkg() { mkdir -p repo/packages/$1/$1.$2 && printf 'opam-version: "2.0"\ndepends: [%s]\n' "${3:-}" >repo/packages/$1/$1.$2/opam; }
mkdir -p repo && printf 'opam-version: "2.0"\n' >repo/repo
pkg prices 1; pkg prices 2; pkg till 1 '"prices" {= "1"}'; pkg basket 1 '"prices" {= "2"}'
opam init -n --bare --disable-sandboxing -k local file://$PWD/repo >/dev/null 2>&1
opam switch create shop --empty >/dev/null 2>&1
opam install -y till basket
