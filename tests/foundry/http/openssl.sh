# expect: network http.openssl
# needs: openssl python3 unshare ip
. "$FOUNDRY/faulty.sh"
sleep 1
openssl s_client -connect 198.51.100.7:8443 -verify_return_error </dev/null 2>&1 | head -8
openssl s_client -connect 198.51.100.7:8080 </dev/null 2>&1 | head -4
openssl s_client -connect 198.51.100.7:9 </dev/null
