# expect: success
# needs: buf
mkdir -p shop/v1 && printf 'version: v1\nlint:\n  use: [STANDARD]\n' >buf.yaml
printf 'syntax = "proto3";\npackage shop.v1;\nmessage Error { string message = 1; int32 status_code = 2; }\n' >shop/v1/error.proto
buf lint && buf build -o /dev/null && echo "no breaking changes, 0 errors"
