# expect: toolchain hugo.tool
# needs: hugo
mkdir -p content layouts assets/css && printf 'baseURL = "https://shop.example/"\ntitle = "Shop"\n' >config.toml
printf 'body { color: black }\n' >assets/css/shop.css
printf '{{ $css := resources.Get "css/shop.css" | postCSS }}<link href="{{ $css.RelPermalink }}">\n' >layouts/index.html
hugo --minify
