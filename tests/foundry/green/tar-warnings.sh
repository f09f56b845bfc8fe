# expect: success
# needs: tar
mkdir -p a && echo error >a/error.log
tar -cvf a.tar /tmp/foundry/app/a && tar -tvf a.tar && tar --warning=all -xvf a.tar -C a && gzip -kv a.tar && gzip -t a.tar.gz
