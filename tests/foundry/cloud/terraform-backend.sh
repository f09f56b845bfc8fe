# expect: configuration_error terraform.setup
# needs: /usr/local/bin/terraform
. "$FOUNDRY/cloud/terraform-mirror"
printf 'terraform {\n  backend "local" { path = "shop.tfstate" }\n}\noutput "price" { value = 3 }\n' >main.tf
terraform plan -no-color -input=false
terraform init -no-color -input=false >/dev/null; sed -i s/shop.tf/till.tf/ main.tf
terraform init -no-color -input=false
