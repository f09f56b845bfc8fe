# expect: configuration_error terraform.no-value
# needs: terraform
touch "$HOME/.terraformrc"
printf 'variable "region" {\n  type = string\n}\nresource "terraform_data" "a" {\n  input = var.region\n}\n' >main.tf
terraform plan -no-color -input=false
printf 'variable "size" {\n  type = number\n  default = 0\n  validation {\n    condition = var.size > 0\n    error_message = "The size must be positive."\n  }\n}\nresource "terraform_data" "a" {\n  lifecycle {\n    precondition {\n      condition = var.size > 1\n      error_message = "Too small."\n    }\n  }\n}\n' >main.tf
terraform plan -no-color -input=false
terraform plan -no-color -input=false -var size=1
