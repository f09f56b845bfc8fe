# expect: toolchain hugo.tool
# needs: hugo
mkdir -p content layouts assets/scss && printf 'baseURL = "https://shop.example/"\ntitle = "Shop"\n' >config.toml
printf '$shop: black;\nbody { color: $shop }\n' >assets/scss/shop.scss
printf '{{ $css := resources.Get "scss/shop.scss" | toCSS (dict "transpiler" "dartsass") }}<link href="{{ $css.RelPermalink }}">\n' >layouts/index.html
hugo --minify
