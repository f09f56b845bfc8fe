# expect: environment_variable shell.decrypt-undefined
# needs: openssl
# What a pull request of a fork has of the variables that `travis encrypt-file` made: nothing.
echo secret >key.enc
openssl aes-256-cbc -K 00 $encrypted_4f2a_iv -in key.enc -out key -d
