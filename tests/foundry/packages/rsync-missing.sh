# expect: missing_file packages.rsync-missing
# needs: rsync
rsync -a nothing/ out/
