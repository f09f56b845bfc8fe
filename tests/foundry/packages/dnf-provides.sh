# expect: dependency_missing packages.dnf-no-match
# needs: dnf rpmbuild createrepo_c
mkdir -p repo root
rpm_of() { # NAME VERSION [FIELD]
  printf 'Name: %s\nVersion: %s\nRelease: 1\nSummary: a\nLicense: MIT\nBuildArch: noarch\n%s\n%%description\na\n%%files\n' "$1" "$2" "${3:-}" >$1.spec
  rpmbuild -bb --quiet --define "_topdir $PWD/build" --define "_rpmdir $PWD/repo" $1.spec >/dev/null 2>&1
}
rpm_of shop 1.0 'Requires: libprices.so.2'
createrepo_c -q repo
printf '[main]\nreposdir=/nowhere\n[shop]\nname=shop\nbaseurl=file:///tmp/foundry/app/repo\ngpgcheck=0\n' >dnf.conf
dnf -y -c dnf.conf --installroot /tmp/foundry/app/root --releasever 9 install shop
