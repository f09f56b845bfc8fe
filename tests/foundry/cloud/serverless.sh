# expect: configuration_error cloud.serverless
# needs: serverless
export SLS_TELEMETRY_DISABLED=1 SLS_NOTIFICATIONS_MODE=off
printf 'service: shop\nprovider:\n  name: aws\n  runtime: nodejs20.x\nfunctions:\n  basket:\n    handler: nothing.handler\nplugins:\n  - serverless-nothing\n' >serverless.yml
serverless package
printf 'provider:\n  name: aws\n' >serverless.yml
serverless package
printf 'service: shop\nprovider:\n  name: aws\n  runtime: nodejs20.x\ncustom:\n  region: ${env:SHOP_REGION}\n' >serverless.yml
serverless package
printf 'service: shop\nconfigValidationMode: error\nprovider:\n  name: aws\n  runtime: nodejs1.x\n' >serverless.yml
serverless package
