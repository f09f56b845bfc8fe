# expect: missing_file hugo.no-config
# needs: hugo
mkdir -p content layouts && printf -- '---\ntitle: Prices\n---\nOpen.\n' >content/_index.md
hugo --minify
