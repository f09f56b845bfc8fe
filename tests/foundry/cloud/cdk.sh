# expect: missing_file js.node-entry-missing
# needs: cdk
export CDK_DISABLE_VERSION_CHECK=1
cdk synth --no-notices
echo '{"app": "node app.js"}' >cdk.json
cdk synth --no-notices
