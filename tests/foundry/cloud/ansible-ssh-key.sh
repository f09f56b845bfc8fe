# expect: credential cloud.ansible-refused
# needs: ansible-playbook /usr/sbin/sshd
. "$FOUNDRY/network/ssh-server"
printf 'till ansible_host=127.0.0.1 ansible_port=2222 ansible_user=root ansible_ssh_common_args="-o UserKnownHostsFile=/tmp/foundry/app/known"\n' >hosts
printf -- '- hosts: all\n  tasks:\n    - name: Copy the prices\n      ansible.builtin.copy: {src: prices.csv, dest: /srv/prices.csv}\n' >site.yml; touch prices.csv
ANSIBLE_HOST_KEY_CHECKING=True ansible-playbook -i hosts site.yml
printf '[127.0.0.1]:2222 %s\n' "$(cut -d' ' -f1,2 run/host.pub)" >known
ansible-playbook -i hosts site.yml
