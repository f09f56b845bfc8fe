# expect: network http.php
# needs: php python3 unshare ip
. "$FOUNDRY/faulty.sh"
for u in http://api.example.org/ http://198.51.100.7:9/ $base/reset/; do php -r 'echo file_get_contents($argv[1]) === false ? "" : "";' $u; done
php -r 'fsockopen("198.51.100.7", 9);'
exit 1
