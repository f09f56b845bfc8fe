# expect: network network.npm-tls
# needs: npm python3 unshare ip
. "$FOUNDRY/faulty.sh"
export npm_config_fetch_retries=0 npm_config_update_notifier=false
npm install left-pad --registry https://198.51.100.7:8443/
npm install left-pad --registry https://198.51.100.7:8442/
