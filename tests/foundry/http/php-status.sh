# expect: infrastructure http.php-5xx
# needs: php python3 unshare ip
. "$FOUNDRY/faulty.sh"
for s in 503 404 403; do php -r 'echo file_get_contents($argv[1]) === false ? "" : "";' $base/$s/; done
exit 1
