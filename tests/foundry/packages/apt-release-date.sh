# expect: infrastructure apt.release-date
# needs: apt-get apt-ftparchive gpg dpkg-scanpackages
. "$FOUNDRY/packages/apt-signed"
release; sed -i 's/^Date: .*/Date: Fri, 01 Jan 2038 00:00:00 UTC/' repo/Release; sign
gpg -q --export >etc/shop.gpg; echo "deb [signed-by=$PWD/etc/shop.gpg] file:$PWD/repo ./" >etc/sources.list
apt-get $options -o Acquire::Check-Valid-Until=true -o Acquire::Check-Date=true update
release; sed -i 's/^Date: .*/Date: Fri, 01 Jan 2016 00:00:00 UTC\nValid-Until: Fri, 08 Jan 2016 00:00:00 UTC/' repo/Release; sign
apt-get $options -o Acquire::Check-Valid-Until=true -o Acquire::Check-Date=true update
