# expect: network cloud.aws-unreachable
# needs: aws
export AWS_EC2_METADATA_DISABLED=true AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x AWS_DEFAULT_REGION=eu-west-1 AWS_MAX_ATTEMPTS=1
aws sts get-caller-identity --endpoint-url http://sts.eu-west-1.example.org
