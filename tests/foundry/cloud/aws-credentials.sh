# expect: credential cloud.aws-credentials
# needs: aws
export AWS_EC2_METADATA_DISABLED=true
aws s3 ls
aws sts get-caller-identity --region eu-west-1
aws s3 ls --profile shop
