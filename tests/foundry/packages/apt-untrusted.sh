# expect: security_finding packages.gpg-signature
# needs: apt-get apt-ftparchive gpg dpkg-scanpackages
. "$FOUNDRY/packages/apt-signed"
echo "deb file:$PWD/repo ./" >etc/sources.list; mkdir -p etc/none
release; sign
apt-get $options -o Dir::Etc::Trusted=/dev/null -o Dir::Etc::TrustedParts=$PWD/etc/none update
rm repo/InRelease
apt-get $options -o Dir::Etc::Trusted=/dev/null -o Dir::Etc::TrustedParts=$PWD/etc/none update
