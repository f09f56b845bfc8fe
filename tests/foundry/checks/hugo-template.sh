# expect: configuration_error shell.hugo-template
# needs: hugo
mkdir -p content layouts/_default && printf 'baseURL = "https://shop.example/"\ntitle = "Shop"\n' >config.toml
printf '{{ partial "basket.html" . }}\n' >layouts/index.html
hugo --minify
printf '{{ .Site.Params.prices.summer | price }}\n' >layouts/index.html
hugo --minify
printf '{{ .Titel }}\n' >layouts/index.html
hugo --minify
printf '{{ ref . "open.md" }}{{ with .Title }}\n' >layouts/index.html
hugo --minify
printf -- '---\ntitle: "Open\n---\nHours\n' >content/open.md; printf '{{ .Title }}\n' >layouts/index.html
hugo --minify
exit 1
