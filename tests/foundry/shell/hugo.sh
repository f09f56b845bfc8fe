# expect: quality_gate shell.hugo-ref
# needs: hugo
mkdir content layouts; printf 'baseURL = "/"\ntitle = "shop"\n' >config.toml; echo '{{ .Content }}' >layouts/index.html
printf -- '---\ntitle: a\n---\n[b]({{< ref "basket" >}})\n' >content/_index.md
hugo
