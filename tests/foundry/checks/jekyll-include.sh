# expect: missing_file documents.liquid-missing
# needs: jekyll
printf 'title: Shop\n' >_config.yml; printf -- '---\ntitle: Prices\n---\n{%% include nav.html %%}\n' >index.md
jekyll build
printf -- '---\ntitle: Prices\n---\n{%% link prices.md %%}\n' >index.md
jekyll build
printf -- '---\ntitle: Prices\n---\n{%% post_url 2026-01-02-open %%}\n' >index.md
jekyll build
