# expect: toolchain contracts.protoc-plugin
# needs: protoc
printf 'syntax = "proto3";\npackage shop;\nmessage Basket { string name = 1; }\n' >shop.proto
protoc --basket_out=. shop.proto
