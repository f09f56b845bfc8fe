# expect: configuration_error checks.ansible
# needs: ansible-playbook
printf -- '- hosts: all\n  taskz: []\n' >site.yml
ansible-playbook --syntax-check site.yml
