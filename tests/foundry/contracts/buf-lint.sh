# expect: lint contracts.buf-lint
# needs: buf
printf 'version: v1\nlint:\n  use: [DEFAULT]\n' >buf.yaml
printf 'syntax = "proto3";\npackage shop;\nmessage basket { string Name = 1; }\n' >shop.proto
buf lint
