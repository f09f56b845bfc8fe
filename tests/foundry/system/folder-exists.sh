# expect: configuration_error system.folder-exists
# needs: make
mkdir site
cat > run.sh <<'S'
mkdir site
S
printf 'pages:\n\tmkdir site\n\ttouch site/index.html\n' > Makefile
sh run.sh; make pages
