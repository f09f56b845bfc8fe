# expect: dependency_conflict dnf.solver
# needs: dnf rpmbuild createrepo_c
mkdir -p repo root
rpm_of() { # NAME VERSION [FIELD]
  printf 'Name: %s\nVersion: %s\nRelease: 1\nSummary: a\nLicense: MIT\nBuildArch: noarch\n%s\n%%description\na\n%%files\n' "$1" "$2" "${3:-}" >$1.spec
  rpmbuild -bb --quiet --define "_topdir $PWD/build" --define "_rpmdir $PWD/repo" $1.spec >/dev/null 2>&1
}
rpm_of prices 1.0; rpm_of prices 2.0; rpm_of till 1.0 'Requires: prices = 1.0'; rpm_of basket 1.0 'Requires: prices >= 2.0'
createrepo_c -q repo
printf '[main]\nreposdir=/nowhere\n[shop]\nname=shop\nbaseurl=file:///tmp/foundry/app/repo\ngpgcheck=0\n' >dnf.conf
dnf -y -c dnf.conf --installroot /tmp/foundry/app/root --releasever 9 install till basket
