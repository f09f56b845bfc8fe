# expect: missing_file hugo.shortcode
# needs: hugo
mkdir -p content layouts/_default && printf 'baseURL = "https://shop.example/"\ntitle = "Shop"\n' >config.toml
printf '{{ .Content }}\n' | tee layouts/index.html >layouts/_default/single.html
printf -- '---\ntitle: Open\n---\nOur hours:\n\n{{< prices table="summer" >}}\n' >content/open.md
hugo --minify
