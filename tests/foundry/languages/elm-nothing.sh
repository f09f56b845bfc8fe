# expect: configuration_error elm.manifest
# needs: elm
echo '{"type": "application", "source-directories": []}' >elm.json
elm make src/Main.elm
