# expect: success
# needs: hugo
hugo new site shop && cd shop && printf 'baseURL = "https://example.org/"\ntitle = "Errors"\n' >config.toml && rm -f hugo.toml
mkdir -p content layouts/_default && echo '{{ .Title }}' >layouts/index.html && hugo
