# expect: network js.graphql-schema
# needs: graphql-codegen
ln -s /tmp/tools/frameworks/graphql/node_modules node_modules
printf 'schema: http://127.0.0.1:9/graphql\ngenerates:\n  src/types.ts:\n    plugins: [typescript]\n' >codegen.yml
graphql-codegen
