# expect: deployment terraform.apply
# needs: terraform
touch "$HOME/.terraformrc"
printf 'resource "terraform_data" "a" {\n  provisioner "local-exec" {\n    command = "exit 3"\n  }\n}\n' >main.tf
terraform init -no-color >/dev/null
terraform apply -no-color -auto-approve
