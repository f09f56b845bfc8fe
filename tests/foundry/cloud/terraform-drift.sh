# expect: drift terraform.drift
# needs: terraform
touch "$HOME/.terraformrc"
printf 'resource "terraform_data" "a" {\n  input = 1\n}\n' >main.tf
terraform init -no-color >/dev/null && terraform apply -no-color -auto-approve >/dev/null
sed -i 's/= 1/= 2/' main.tf
terraform plan -no-color -input=false -detailed-exitcode
