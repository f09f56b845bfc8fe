# expect: network cloud.packer-connect
# needs: packer
printf 'source "null" "till" {\n  ssh_host = "127.0.0.1"\n  ssh_port = 9\n  ssh_username = "shop"\n  ssh_password = "price"\n  ssh_timeout = "4s"\n}\nbuild { sources = ["source.null.till"] }\n' >till.pkr.hcl
packer build -color=false till.pkr.hcl
