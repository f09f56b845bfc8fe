# expect: success
# needs: ansible-playbook
printf -- '- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n    - name: write the error page\n      copy:\n        content: "503 Service Unavailable"\n        dest: /tmp/foundry/app/error.html\n' >site.yml
ansible-playbook -i localhost, --syntax-check site.yml
ansible-playbook -i localhost, --diff site.yml && ansible-playbook -i localhost, site.yml
