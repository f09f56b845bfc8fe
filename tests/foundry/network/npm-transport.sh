# expect: network network.npm
# needs: npm python3 unshare ip
. "$FOUNDRY/faulty.sh"
export npm_config_fetch_retries=0 npm_config_update_notifier=false
npm install left-pad --registry http://registry.example.org/
npm install left-pad --registry http://198.51.100.7:9/
npm install left-pad --registry $base/reset/
npm install left-pad --registry $base/close/
npm install left-pad --registry $base/hang/ --fetch-timeout 1000
