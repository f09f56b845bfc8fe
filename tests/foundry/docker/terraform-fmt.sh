# expect: format terraform.fmt
# needs: terraform
touch "$HOME/.terraformrc"
printf 'variable   "a" {\ndefault=1\n}\n' >main.tf
terraform fmt -check -diff; terraform fmt -check
