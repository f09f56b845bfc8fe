# expect: network cloud.ansible-ssh
# needs: ansible-playbook ssh
printf -- '- hosts: all\n  gather_facts: false\n  tasks:\n    - ping:\n' >site.yml
ansible-playbook -i 127.0.0.1:9, site.yml
