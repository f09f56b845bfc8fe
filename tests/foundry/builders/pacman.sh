# expect: dependency_missing makepkg.missing
# needs: pacman
mkdir -p db/sync cache root
tar czf db/sync/shop.db --files-from /dev/null
printf '[options]\nArchitecture = auto\nSigLevel = Never\n[shop]\nServer = file:///nowhere\n' >pacman.conf
pacman --config pacman.conf --dbpath db --cachedir cache --root root --noconfirm -S shop-prices
