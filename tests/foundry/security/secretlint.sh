# expect: security_finding security.secretlint
# needs: secretlint
modules=$(readlink -f "$(command -v secretlint)") && ln -s "${modules%/secretlint/*}" node_modules
echo '{"rules": [{"id": "@secretlint/secretlint-rule-preset-recommend"}]}' >.secretlintrc.json
printf 'token = "ghp_%s"\n' "$(printf 'aB3dE6gH9kL2mN5pQ8rS1tU4vW7xY0zA2bCd')" >settings.py
secretlint --no-color --maskSecrets settings.py
