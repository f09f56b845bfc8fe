# expect: credential cloud.aws-credentials
# needs: python3
export AWS_EC2_METADATA_DISABLED=true
py() { /usr/bin/python3 -c "$1" 2>&1 | tail -2; }
py 'import boto3; boto3.client("sqs").list_queues()'
py 'import boto3; boto3.client("s3").list_buckets()'
export AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x AWS_MAX_ATTEMPTS=1
py 'import boto3; boto3.client("s3", endpoint_url="http://127.0.0.1:9").list_buckets()'
exit 1
