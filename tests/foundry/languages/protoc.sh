# expect: compile_error protoc.error
# needs: protoc
printf 'syntax = "proto3";\nmessage Basket { Price total = 1; }\n' >shop.proto
protoc --python_out=. shop.proto
