# expect: compile_error documents.liquid
# needs: jekyll
printf 'title: Shop\n' >_config.yml; printf -- '---\ntitle: Prices\n---\n{%% pricelist %%}\n' >index.md
jekyll build
printf -- '---\ntitle: Prices\n---\n{%% for p in site.prices %%}\n' >index.md
jekyll build
