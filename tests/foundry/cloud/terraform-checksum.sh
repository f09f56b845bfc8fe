# expect: dependency_conflict terraform.checksum
# needs: /usr/local/bin/terraform
. "$FOUNDRY/cloud/terraform-mirror"
printf 'terraform {\n  required_providers {\n    till = { source = "shop/till", version = "1.1.0" }\n  }\n}\n' >main.tf
terraform init -no-color -input=false >/dev/null
rm -r .terraform && echo 'echo more' >>mirror/registry.terraform.io/shop/till/1.1.0/linux_amd64/terraform-provider-till_v1.1.0
terraform init -no-color -input=false
