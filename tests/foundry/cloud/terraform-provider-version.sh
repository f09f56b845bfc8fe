# expect: dependency_conflict terraform.provider-version
# needs: /usr/local/bin/terraform
. "$FOUNDRY/cloud/terraform-mirror"
printf 'terraform {\n  required_providers {\n    till = { source = "shop/till", version = "~> 2.0" }\n  }\n}\n' >main.tf
terraform init -no-color -input=false
printf 'terraform {\n  required_providers {\n    till = { source = "shop/till", version = "1.1.0" }\n  }\n}\n' >main.tf
terraform init -no-color -input=false >/dev/null; sed -i 's/1.1.0/>= 1.2/' main.tf
terraform init -no-color -input=false
