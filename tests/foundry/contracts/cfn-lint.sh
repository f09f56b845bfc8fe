# expect: lint contracts.cfn-lint
# needs: cfn-lint
printf 'Resources:\n  Bucket:\n    Type: AWS::S3::Nothing\n    Properties:\n      Name: a\n' >template.yaml
cfn-lint template.yaml
