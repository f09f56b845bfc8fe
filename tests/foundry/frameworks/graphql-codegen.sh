# expect: compile_error js.graphql-documents
# needs: graphql-codegen
ln -s /tmp/tools/frameworks/graphql/node_modules node_modules; mkdir src
echo 'type Query { basket: [String!]! }' >schema.graphql; echo 'query Basket { basket prices }' >src/basket.graphql
printf 'schema: schema.graphql\ndocuments: src/*.graphql\ngenerates:\n  src/types.ts:\n    plugins: [typescript, typescript-operations]\n' >codegen.yml
graphql-codegen
