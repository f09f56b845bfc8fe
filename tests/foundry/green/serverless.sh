# expect: success
# needs: serverless
export SLS_TELEMETRY_DISABLED=1 SLS_NOTIFICATIONS_MODE=off
echo 'module.exports.handler = async () => { throw new Error("failed") }' >errors.js
printf 'service: shop\nprovider:\n  name: aws\n  runtime: nodejs20.x\n  nothing: here\nfunctions:\n  errors:\n    handler: errors.handler\n' >serverless.yml
serverless package && serverless print
