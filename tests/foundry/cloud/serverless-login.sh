# expect: credential cloud.aws-credentials
# needs: serverless
export SLS_TELEMETRY_DISABLED=1 SLS_NOTIFICATIONS_MODE=off AWS_EC2_METADATA_DISABLED=true
echo 'module.exports.handler = async () => 1' >basket.js
printf 'service: shop\nprovider:\n  name: aws\n  runtime: nodejs20.x\nfunctions:\n  basket:\n    handler: basket.handler\n' >serverless.yml
timeout 60 serverless deploy
