# expect: credential checks.ansible-vault
# needs: ansible-playbook ansible-vault
mkdir vars && printf 'till: 3\n' >vars/secret.yml && printf 'right\n' >pass && ansible-vault encrypt --vault-password-file pass vars/secret.yml 2>/dev/null
printf -- '- hosts: localhost\n  connection: local\n  gather_facts: false\n  vars_files: [vars/secret.yml]\n  tasks:\n    - name: Show the till\n      ansible.builtin.debug: {var: till}\n' >site.yml
ansible-playbook site.yml
printf 'wrong\n' >pass; ansible-playbook --vault-password-file pass site.yml
