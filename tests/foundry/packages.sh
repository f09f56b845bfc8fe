# Sourced by cases: an apt repository of our own in ./repo, read over file:, and the options that keep apt within this folder.
mkdir -p repo state/lists/partial cache/archives/partial etc && touch status
echo "deb [trusted=yes] file:$PWD/repo ./" >etc/sources.list
options="-o Dir::Etc::sourcelist=$PWD/etc/sources.list -o Dir::Etc::sourceparts=- -o Dir::State=$PWD/state -o Dir::State::status=$PWD/status -o Dir::Cache=$PWD/cache -o APT::Sandbox::User=root -o Debug::NoLocking=1"
deb() { # NAME VERSION [FIELD]
  mkdir -p build/$1/DEBIAN
  printf 'Package: %s\nVersion: %s\nArchitecture: all\nMaintainer: a <a@example.org>\nDescription: a\n' "$1" "$2" >build/$1/DEBIAN/control
  [ -z "${3:-}" ] || echo "$3" >>build/$1/DEBIAN/control
  dpkg-deb -b build/$1 repo/$1_$2.deb >/dev/null
}
publish() { (cd repo && dpkg-scanpackages -m . 2>/dev/null >Packages); }
