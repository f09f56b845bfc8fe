# expect: configuration_error js.no-tests
# needs: playwright1.22 playwright1.55
for version in 1.22 1.55; do
  ln -sfn /tmp/tools/managers/playwright$version/node_modules node_modules
  playwright$version test
done
