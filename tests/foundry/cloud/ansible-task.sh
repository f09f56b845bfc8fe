# expect: deployment cloud.ansible-task
# needs: ansible-playbook
printf -- '- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n    - name: copy the prices\n      copy:\n        src: prices.csv\n        dest: /tmp/foundry/app/out\n' >site.yml
ansible-playbook -i localhost, site.yml
printf -- '- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n    - name: fail\n      command: sh -c "echo no; exit 4"\n' >site.yml
ansible-playbook -i localhost, site.yml
