# expect: success
# needs: apt-get dpkg-deb apt-ftparchive
# A private root with one file: repository; nothing of the machine's own lists is read.
mkdir -p repo pkg/DEBIAN pkg/usr/share/error-pages root/etc/apt/{apt.conf.d,preferences.d,sources.list.d} root/var/lib/{dpkg,apt/lists/partial} root/var/cache/apt/archives/partial
touch root/var/lib/dpkg/status pkg/usr/share/error-pages/404.html
printf 'Package: error-pages\nVersion: 1.0\nArchitecture: all\nMaintainer: ci <ci@example.test>\nDescription: pages for failed requests\n' > pkg/DEBIAN/control
dpkg-deb --build pkg repo/error-pages_1.0_all.deb
(cd repo && apt-ftparchive packages . > Packages && apt-ftparchive release . > Release)
echo "deb [trusted=yes] file:$PWD/repo ./" > root/etc/apt/sources.list
apt="apt-get -o Dir=$PWD/root -o Dir::State::status=$PWD/root/var/lib/dpkg/status -o Dir::Etc=$PWD/root/etc/apt -o APT::Sandbox::User=root -o Debug::NoLocking=1"
$apt update
$apt install --no-install-recommends -y --download-only error-pages
$apt install -s -y error-pages
dpkg-deb --contents repo/*.deb
