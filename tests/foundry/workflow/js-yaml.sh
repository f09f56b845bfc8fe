# expect: configuration_error yaml.js-yaml
# needs: js-yaml-npm
printf 'name: shop: basket\n' >b.yml; printf 'a: 1\na: 2\n' >c.yml
js-yaml-npm b.yml; js-yaml-npm c.yml
