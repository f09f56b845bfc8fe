# expect: dependency_missing hugo.theme
# needs: hugo
mkdir -p content && printf 'baseURL = "https://shop.example/"\ntitle = "Shop"\ntheme = "paper"\n' >config.toml
hugo --minify
