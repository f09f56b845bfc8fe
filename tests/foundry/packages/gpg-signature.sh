# expect: security_finding packages.gpg-signature
# needs: gpg
mkdir -m 700 -p "$HOME/.gnupg"
gpg -q --batch --passphrase '' --quick-generate-key shop@example.org default default never
echo a >a; gpg --batch --armor --detach-sign a; echo b >a
gpg --verify a.asc a
gpg --verify nothing.asc a
GNUPGHOME=/tmp/foundry/app gpg --verify a.asc a
