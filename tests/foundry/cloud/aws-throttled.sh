# expect: rate_limit cloud.aws-throttled
# needs: aws python3
export AWS_EC2_METADATA_DISABLED=true AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x AWS_DEFAULT_REGION=eu-west-1 AWS_MAX_ATTEMPTS=1
. "$FOUNDRY/aws.sh"
for code in Throttling ThrottlingException TooManyRequestsException RequestLimitExceeded; do
  echo "$code" >answer; aws sts get-caller-identity --endpoint-url http://127.0.0.1:4591
done
