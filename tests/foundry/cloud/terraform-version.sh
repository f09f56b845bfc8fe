# expect: dependency_conflict terraform.provider-version
# needs: terraform
mkdir -p "$HOME/mirror/example.org/shop/shop/1.0.0/linux_amd64"
printf '#!/bin/sh\n' >"$HOME/mirror/example.org/shop/shop/1.0.0/linux_amd64/terraform-provider-shop_v1.0.0"
printf 'provider_installation {\n  filesystem_mirror {\n    path = "%s/mirror"\n  }\n}\n' "$HOME" >"$HOME/.terraformrc"
printf 'terraform {\n  required_providers {\n    shop = {\n      source = "example.org/shop/shop"\n      version = "~> 2.0"\n    }\n  }\n}\n' >main.tf
terraform init -no-color -input=false
