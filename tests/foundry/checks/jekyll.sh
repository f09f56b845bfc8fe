# expect: missing_file documents.liquid-missing
# needs: jekyll
printf 'title: shop\n' >_config.yml; printf -- '---\nlayout: default\n---\n{%% include prices.html %%}\n' >index.md
jekyll build
