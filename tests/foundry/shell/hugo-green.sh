# expect: success
# needs: hugo
mkdir layouts; printf 'baseURL = "/"\ntitle = "shop"\n' >config.toml; echo 'ERROR: page not found' >layouts/index.html
hugo
