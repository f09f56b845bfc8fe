# expect: configuration_error cloud.arguments
# needs: aws
export AWS_EC2_METADATA_DISABLED=true AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x
aws ec2 describe-instances
aws ec2 describe-nothing --region eu-west-1 2>&1 | head -9; exit 1
