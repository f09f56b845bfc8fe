# expect: network packages.pacman-fetch
# needs: pacman
. "$FOUNDRY/faulty.sh"
mkdir -p root/var/lib/pacman cache gpg
printf '[options]\nArchitecture = x86_64\nSigLevel = Never\nRootDir = /tmp/foundry/app/root\nDBPath = /tmp/foundry/app/root/var/lib/pacman\nCacheDir = /tmp/foundry/app/cache\nLogFile = /tmp/foundry/app/log\n[shop]\nServer = http://mirror.shop.example/$repo/os/$arch\nServer = http://198.51.100.7:8080/503/$repo/os/$arch\n' >pacman.conf
pacman --config pacman.conf --noconfirm --noprogressbar -Sy till
