# expect: lint checks.ansible-lint
# needs: ansible-lint
printf -- '- hosts: all\n  tasks:\n    - command: git pull\n    - name: copy the prices\n      copy: src=prices.csv dest=/srv/prices.csv\n    - shell: cat a | grep b\n    - apt: name=till state=latest\n' >site.yml
ansible-lint -p --offline --nocolor site.yml
