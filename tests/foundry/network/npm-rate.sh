# expect: rate_limit network.npm-429
# needs: npm python3 unshare ip
. "$FOUNDRY/faulty.sh"
export npm_config_fetch_retries=0 npm_config_update_notifier=false
npm install left-pad --registry $base/429/
