# expect: missing_file system.cd-missing
# needs: bash dash
echo 'cd frontend' > run.sh
bash -e run.sh
sh run.sh
