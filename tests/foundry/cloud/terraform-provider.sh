# expect: network terraform.registry
# needs: terraform unshare
[ -n "${INSIDE:-}" ] || exec env INSIDE=1 unshare --net bash "$0"
touch "$HOME/.terraformrc"
printf 'terraform {\n  required_providers {\n    shop = {\n      source = "example.org/shop/shop"\n      version = "1.0.0"\n    }\n  }\n}\n' >main.tf
terraform init -no-color -input=false 2>&1 | sed "s/[0-9][0-9.]*:53/192.0.2.53:53/g"
exit 1
