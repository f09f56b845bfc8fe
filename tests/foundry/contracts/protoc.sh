# expect: compile_error contracts.protoc
# needs: protoc
printf 'syntax = "proto3";\nimport "nothing.proto";\nmessage Basket { strin name = 1; }\n' >shop.proto
protoc --cpp_out=. shop.proto
printf 'syntax = "proto3";\nmessage Basket { string name = 1 }\n' >shop.proto
protoc --cpp_out=. shop.proto
protoc --go_out=. shop.proto
