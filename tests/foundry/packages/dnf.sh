# expect: dependency_missing packages.dnf-no-match
# needs: dnf
mkdir -p repo/repodata root
printf '[main]\nreposdir=/nowhere\n[shop]\nname=shop\nbaseurl=file:///tmp/foundry/app/repo\ngpgcheck=0\n' >dnf.conf
printf '<?xml version="1.0"?>\n<metadata xmlns="http://linux.duke.edu/metadata/common" packages="0"></metadata>\n' >repo/repodata/primary.xml
sum=$(sha256sum repo/repodata/primary.xml | cut -d' ' -f1)
printf '<?xml version="1.0"?>\n<repomd xmlns="http://linux.duke.edu/metadata/repo"><revision>1</revision><data type="primary"><checksum type="sha256">%s</checksum><location href="repodata/primary.xml"/><timestamp>1</timestamp></data></repomd>\n' "$sum" >repo/repodata/repomd.xml
dnf -y -c dnf.conf --installroot /tmp/foundry/app/root --releasever 9 install libshop-devel
