# expect: success
# needs: gpg
mkdir -m 700 -p "$HOME/.gnupg"
gpg --batch --passphrase '' --quick-generate-key errors@example.org default default never
echo a >a; gpg --batch --armor --detach-sign a && gpg --verify a.asc a
gpg --export --armor >key.asc && gpg --import key.asc && gpg --list-keys
