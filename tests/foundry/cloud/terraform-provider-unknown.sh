# expect: dependency_missing terraform.provider-unknown
# needs: /usr/local/bin/terraform
. "$FOUNDRY/cloud/terraform-mirror"
printf 'resource "till_basket" "a" {}\n' >main.tf
terraform init -no-color -input=false
