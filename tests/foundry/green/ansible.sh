# expect: success
# needs: ansible-playbook
printf -- '- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n    - name: probe that may fail\n      command: sh -c "echo error; exit 3"\n      ignore_errors: true\n    - name: rescue\n      block:\n        - command: "false"\n      rescue:\n        - debug:\n            msg: recovered from the failed task\n    - name: nothing to skip\n      debug:\n        msg: "no errors"\n      when: false\n' >site.yml
ansible-playbook -i localhost, site.yml
