# expect: network cloud.ansible-ssh
# needs: ansible-playbook
printf 'till ansible_host=127.0.0.1 ansible_port=9 ansible_user=root\n' >hosts
printf -- '- hosts: all\n  tasks: []\n' >site.yml
ansible-playbook -i hosts site.yml
ANSIBLE_NOCOLOR=1 ansible -i hosts all -m ping
