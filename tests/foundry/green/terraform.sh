# expect: success
# needs: terraform
touch "$HOME/.terraformrc"
printf 'variable "error_message" {\n  default = "timeout"\n}\nresource "terraform_data" "errors" {\n  input = var.error_message\n}\noutput "failed" {\n  value = 0\n}\n' >main.tf
terraform fmt -check && terraform init -no-color && terraform validate -no-color
terraform plan -no-color -input=false -out plan && terraform apply -no-color plan
terraform plan -no-color -detailed-exitcode
