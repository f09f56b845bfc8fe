# expect: infrastructure js.npm-server-error
# needs: npm python3 unshare ip
. "$FOUNDRY/faulty.sh"
npm install left-pad --fetch-retries 0 --registry $base/503/
