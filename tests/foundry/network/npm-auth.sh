# expect: credential network.npm-login
# needs: npm python3 unshare ip
. "$FOUNDRY/faulty.sh"
export npm_config_fetch_retries=0 npm_config_update_notifier=false
npm install left-pad --registry $base/401/
npm install left-pad --registry $base/403/
npm whoami --registry $base/401/
npm publish --registry $base/401/
