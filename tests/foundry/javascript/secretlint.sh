# expect: security_finding js.secretlint
# needs: secretlint
ln -s /tmp/tools/more/node_modules node_modules
echo '{"rules": [{"id": "@secretlint/secretlint-rule-preset-recommend"}]}' >.secretlintrc.json
printf 'key = AKIA%s\nsecret_access_key = %s\n' "IOSFODNN7ABCDEFG" "wJalrXUtnFEMIaK7MDENGabPxRfiCYABCDEFGHIJ" >conf.txt; printf -- '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAn\nabcdefghijklmnop\n-----END RSA PRIVATE KEY-----\n' >id_rsa
secretlint conf.txt id_rsa
