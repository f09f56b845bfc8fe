# expect: infrastructure network.npm-5xx
# needs: npm python3 unshare ip
. "$FOUNDRY/faulty.sh"
npm install left-pad --fetch-retries 0 --registry $base/503/
