# expect: deployment cloud.packer-errored
# needs: packer
printf 'source "null" "till" { communicator = "none" }\nbuild {\n  sources = ["source.null.till"]\n  provisioner "shell-local" { inline = ["echo open", "cat prices.csv"] }\n}\n' >till.pkr.hcl
packer build -color=false till.pkr.hcl
