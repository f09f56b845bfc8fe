# expect: lint checks.ansible-lint
# needs: ansible-lint
printf -- '- hosts: all\n  tasks:\n    - shell: echo 1\n' >site.yml
ansible-lint --offline --nocolor -p site.yml
