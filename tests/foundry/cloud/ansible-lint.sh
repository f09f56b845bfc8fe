# expect: lint cloud.ansible-lint
# needs: ansible-lint
mkdir -p playbooks && printf -- '- hosts: localhost\n  tasks:\n    - command: ls\n    - shell: echo a\n' >site.yml
git init -q . && ansible-lint --offline -p site.yml
