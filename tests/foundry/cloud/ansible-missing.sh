# expect: dependency_missing cloud.ansible-missing
# needs: ansible-playbook
printf -- '- hosts: localhost\n  tasks:\n    - nothing.here.module:\n        a: 1\n' >site.yml
ansible-playbook -i localhost, site.yml
printf -- '- hosts: localhost\n  roles: [shop]\n' >site.yml
ansible-playbook -i localhost, site.yml
