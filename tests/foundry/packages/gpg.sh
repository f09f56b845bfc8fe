# expect: credential packages.gpg-key
# needs: gpg
mkdir -m 700 -p "$HOME/.gnupg"
echo a >a
gpg --batch --sign --local-user shop@example.org a
gpg --batch --armor --detach-sign a
gpg --batch --import nothing.asc
echo no >no.asc; gpg --batch --import no.asc
gpg --batch --recv-keys --keyserver hkp://127.0.0.1:9 0123456789ABCDEF
