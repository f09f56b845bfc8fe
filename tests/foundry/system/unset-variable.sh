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
bash deploy.sh
