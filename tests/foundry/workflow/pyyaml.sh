# expect: configuration_error yaml.pyyaml
# needs: python3
printf 'name: shop\non: push\n  jobs: test\n' >a.yml
printf 'name: shop: basket\n' >b.yml
printf 'name:\n\t- tab\n' >c.yml
printf 'name: "shop\n' >d.yml
printf 'a: [1, 2\nb: {}\n' >e.yml
for f in ?.yml; do
  /usr/bin/python3 -c 'import sys, yaml; yaml.safe_load(open(sys.argv[1]))' $f 2>&1 | tail -n 5
done
exit 1
