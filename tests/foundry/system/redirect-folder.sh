# expect: missing_file system.folder-missing
# needs: dash
cat > run.sh <<'END'
#!/bin/sh
echo sold > out/log.txt
END
dash run.sh
