# expect: configuration_error terraform.error
# needs: terraform
touch "$HOME/.terraformrc"
printf 'module "a" {\n  source = "./nothing"\n}\n' >main.tf
terraform plan -no-color
terraform init -no-color
printf 'terraform {\n  backend "local" {}\n}\n' >main.tf
terraform plan -no-color
mkdir empty && cd empty && terraform plan -no-color
terraform apply -no-color nothing.tfplan
