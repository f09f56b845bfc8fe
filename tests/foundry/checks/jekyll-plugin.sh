# expect: dependency_missing ruby.load-error
# needs: jekyll
printf 'title: Shop\nplugins:\n  - jekyll-prices\n' >_config.yml; printf -- '---\n---\nOpen\n' >index.md
jekyll build
printf 'title: Shop\ntheme: shop-theme\n' >_config.yml
jekyll build
