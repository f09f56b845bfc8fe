# expect: network elm.packages
# needs: elm
echo '{"type": "application", "source-directories": ["src"], "elm-version": "0.19.1", "dependencies": {"direct": {"elm/core": "1.0.5", "elm/html": "1.0.0"}, "indirect": {"elm/json": "1.1.3", "elm/virtual-dom": "1.0.3"}}, "test-dependencies": {"direct": {}, "indirect": {}}}' >elm.json
mkdir src; printf 'module Main exposing (main)\n\nimport Html\n\nmain = Html.text 3\n' >src/Main.elm
elm make src/Main.elm
