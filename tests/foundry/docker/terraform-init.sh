# expect: configuration_error terraform.error
# needs: terraform
touch "$HOME/.terraformrc"
printf 'terraform {\n  required_version = "< 0.12"\n}\n' >main.tf
terraform init -no-color
