# expect: success
# needs: protoc
printf 'package shop;\nimport "unused.proto";\nmessage Failure { optional string error = 1; }\n' >shop.proto
printf 'syntax = "proto2";\npackage unused;\nmessage Nothing {}\n' >unused.proto
protoc --cpp_out=. shop.proto && ls
