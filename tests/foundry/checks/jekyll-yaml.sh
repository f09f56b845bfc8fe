# expect: configuration_error yaml.ruby
# needs: jekyll
printf 'title: Shop\n' >_config.yml; printf -- '---\ntitle: "Open\nhours: [\n---\nOpen\n' >index.md
jekyll build --strict_front_matter
printf 'title: "Shop\n' >_config.yml
jekyll build
