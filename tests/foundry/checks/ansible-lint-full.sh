# expect: lint checks.ansible-lint-rule
# needs: ansible-lint
printf -- '- hosts: all\n  tasks:\n    - command: git pull\n    - name: copy the prices\n      copy: src=prices.csv dest=/srv/prices.csv\n' >site.yml
ansible-lint --offline --nocolor site.yml
