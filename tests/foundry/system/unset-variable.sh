# expect: environment_variable system.unset-variable
# needs: bash dash
cat > deploy.sh <<'S'
set -u
echo "to $DEPLOY_HOST"
S
sh deploy.sh
cat > check.sh <<'S'
: "${API_TOKEN:?must be set}"
S
bash check.sh
cat > label.sh <<'S'
set -u
label=$2
S
sh label.sh a
bash label.sh a
bash deploy.sh
