# expect: success
# needs: tox python3
printf '[tox]\nskipsdist = true\nenvlist = errors, failed\n[testenv]\nskip_install = true\nsitepackages = true\nallowlist_externals = sh\ncommands =\n  errors: -sh -c "echo error: ignored; exit 3"\n  sh -c "echo failed: 0"\n' > tox.ini
tox -q || tox
