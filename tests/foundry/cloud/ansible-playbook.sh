# expect: credential checks.ansible-vault
# needs: ansible-playbook
ansible-playbook -i localhost, nothing.yml
printf -- '- hosts: localhost\n  tasks:\n    - debug: msg="a\n   b: [\n' >site.yml
ansible-playbook -i localhost, site.yml
printf -- '- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n    - debug:\n        msg: "{{ region }}"\n    - template:\n        src: a.j2\n        dest: b\n      vars: {c: "{{ nothing }}"}\n' >site.yml
ansible-playbook -i localhost, site.yml
printf -- '- hosts: localhost\n  gather_facts: false\n  vars_files: [secret.yml]\n' >site.yml
printf '$ANSIBLE_VAULT;1.1;AES256\n6162\n' >secret.yml
ansible-playbook -i localhost, site.yml
