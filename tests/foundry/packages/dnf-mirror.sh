# expect: infrastructure packages.dnf-metadata
# needs: dnf python3 unshare ip
. "$FOUNDRY/faulty.sh"
mkdir -p root
for path in 503 404; do
  printf '[main]\nreposdir=/nowhere\nretries=1\n[shop]\nname=shop\nbaseurl=%s/%s/repo\ngpgcheck=0\n' $base $path >dnf.conf
  dnf -y -c dnf.conf --installroot /tmp/foundry/app/root --releasever 9 install libshop-devel
done
printf '[main]\nreposdir=/nowhere\nretries=1\n[shop]\nname=shop\nbaseurl=http://mirror.example.org/repo\ngpgcheck=0\n' >dnf.conf
dnf -y -c dnf.conf --installroot /tmp/foundry/app/root --releasever 9 install libshop-devel
printf '[main]\nreposdir=/nowhere\n' >dnf.conf
dnf -y -c dnf.conf --installroot /tmp/foundry/app/root --releasever 9 install libshop-devel
