# expect: success
# needs: tar rsync
mkdir -p src/errors src/failed/timeout
for i in $(seq 40); do echo "error $i" > src/errors/E$i.log; done; : > src/failed/timeout/fatal.txt
tar -czvf /tmp/foundry/app/all.tgz /tmp/foundry/app/src | tail -5
tar -tzf all.tgz | head -50
rsync -av --stats src/ copy/
rsync -av --delete --exclude '*.log' --itemize-changes src/ copy2/
du -sh copy; zip -v >/dev/null 2>&1 && zip -r all.zip copy | tail -3
