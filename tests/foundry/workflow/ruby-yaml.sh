# expect: configuration_error yaml.ruby
# needs: ruby
printf 'name: shop\non: push\n  jobs: test\n' >a.yml
printf 'name: shop: basket\n' >b.yml
printf 'name:\n\t- tab\n' >c.yml
printf 'name: "shop\n' >d.yml
printf 'a: [1, 2\nb: {}\n' >e.yml
for f in ?.yml; do
  ruby -ryaml -e 'YAML.load_file(ARGV[0])' $f 2>&1 | head -n 1
done
exit 1
