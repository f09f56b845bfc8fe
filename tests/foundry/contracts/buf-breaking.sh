# expect: api_contract_mismatch contracts.buf-breaking
# needs: buf git
printf 'version: v1\nbreaking:\n  use: [FILE]\n' >buf.yaml
printf 'syntax = "proto3";\npackage shop.v1;\nmessage Basket { string name = 1; int32 size = 2; }\n' >shop.proto
git init -q . -b main && git add . && git -c user.email=a@example.org -c user.name=a commit -qm a
printf 'syntax = "proto3";\npackage shop.v1;\nmessage Basket { int64 name = 1; }\n' >shop.proto
buf breaking --against '.git#branch=main'
