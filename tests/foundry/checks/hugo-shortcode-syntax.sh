# expect: syntax_error hugo.shortcode-syntax
# needs: hugo
mkdir -p content layouts/_default layouts/shortcodes && printf 'baseURL = "https://shop.example/"\ntitle = "Shop"\n' >config.toml
printf '{{ .Content }}\n' | tee layouts/index.html >layouts/_default/single.html
printf '<b>{{ .Inner }}</b>\n' >layouts/shortcodes/prices.html
printf -- '---\ntitle: Open\n---\n{{< prices >}}\nTwo for one.\n' >content/open.md
hugo
printf -- '---\ntitle: Open\n---\n{{< prices >}}\nTwo for one.\n{{< /price >}}\n' >content/open.md
hugo
printf -- '---\ntitle: Open\n---\n{{< prices table="summer >}}\nTwo for one.\n' >content/open.md
hugo
