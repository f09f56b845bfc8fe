# expect: success
# needs: cfn-lint
printf 'Resources:\n  ErrorBucket:\n    Type: AWS::S3::Bucket\n    DeletionPolicy: Delete\n    UpdateReplacePolicy: Delete\n' >template.yaml
cfn-lint template.yaml && echo "template.yaml: no errors"
