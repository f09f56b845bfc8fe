# expect: credential shell.bad-decrypt
# needs: openssl
echo secret >key.txt
openssl enc -aes-256-cbc -pbkdf2 -pass pass:one -in key.txt -out key.enc
openssl enc -d -aes-256-cbc -pbkdf2 -pass pass:two -in key.enc -out key.out
