# expect: syntax_error python.yaml
# needs: python3
printf 'name: ci\nrun: echo a: b\n' > ci.yml
python3 -c 'import yaml; yaml.safe_load(open("ci.yml"))'
printf 'a: [1, 2\nb: 3\n' > ci.yml
python3 -c 'import yaml; yaml.safe_load(open("ci.yml"))'
printf 'a: 1\n\tb: 3\n' > ci.yml
python3 -c 'import yaml; yaml.safe_load(open("ci.yml"))'
