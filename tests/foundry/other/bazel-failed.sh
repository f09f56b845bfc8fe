# expect: compile_error bazel.failed
# needs: bazel
. "$FOUNDRY/other/bazel-workspace"
printf 'genrule(name = "prices", outs = ["prices.txt"], cmd = "cat /prices.csv >$@")\n' >shop/BUILD
bazel build //shop:prices
