# expect: infrastructure terraform.state-lock
# needs: terraform python3
touch "$HOME/.terraformrc"
printf 'resource "terraform_data" "a" {\n  input = 1\n}\n' >main.tf
terraform init -no-color >/dev/null
python3 - <<'P' &
import fcntl, time
f = open("terraform.tfstate", "a+")
fcntl.lockf(f, fcntl.LOCK_EX)
time.sleep(6)
P
sleep 1
terraform plan -no-color -input=false
