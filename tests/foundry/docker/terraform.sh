# expect: configuration_error terraform.error
# needs: terraform
touch "$HOME/.terraformrc"
printf 'resource "null_resource" {\n}\nvariable "a" {\n  type = strin\n}\n' >main.tf
terraform validate -no-color
printf 'output "a" {\n  value = var.nothing\n}\n' >main.tf
terraform validate -no-color
