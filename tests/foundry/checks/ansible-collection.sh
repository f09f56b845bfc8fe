# expect: dependency_missing cloud.ansible-missing
# needs: ansible-playbook
printf -- '- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n    - name: Open the shop\n      shop.till.open: {port: 80}\n' >site.yml
ansible-playbook site.yml
printf -- '- hosts: localhost\n  connection: local\n  gather_facts: false\n  roles: [shop.prices]\n' >site.yml
ansible-playbook site.yml
printf -- '- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n    - name: Show\n      ansible.builtin.debug: {msg: "{{ price }}"}\n' >site.yml
ansible-playbook site.yml
