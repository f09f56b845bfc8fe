# expect: permission_denied system.permission-denied
# needs: bash setpriv tar git mkdir cp
chmod 755 . && mkdir -m 755 results && echo 1 > secret.txt && chmod 600 secret.txt && echo 'echo 1' > deploy.sh
cat > build.sh <<'S'
cd /tmp/foundry/app
cat secret.txt
mkdir results/new
cp deploy.sh results/
touch results/stamp
rm -f secret.txt
echo 1 > results/out.txt
tar xf /dev/null -C results; tar cf results/a.tar deploy.sh
git init -q results/repo
ls /root/
exit 1
S
setpriv --reuid 65534 --clear-groups bash build.sh
