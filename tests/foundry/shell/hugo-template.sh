# expect: configuration_error shell.hugo-template
# needs: hugo
mkdir layouts; printf 'baseURL = "/"\ntitle = "shop"\n' >config.toml; echo '{{ .Contnt }}' >layouts/index.html
hugo; echo '{{ if }}' >layouts/index.html; hugo
