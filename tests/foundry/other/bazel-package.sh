# expect: configuration_error bazel.package
# needs: bazel
. "$FOUNDRY/other/bazel-workspace"
printf 'genrule(name = "prices", srcs = ["//till:all_prices"], outs = ["prices.txt"], cmd = "cat $< >$@")\n' >shop/BUILD
bazel build //shop:prices
bazel build //shop:price
bazel build //basket:all
exit 1
