# expect: toolchain js.cypress-binary
# needs: cypress
cypress run
