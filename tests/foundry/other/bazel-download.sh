# expect: network bazel.download
# needs: bazel python3
. "$FOUNDRY/other/bazel-site"
archive 9/till-1.4.tar.gz
bazel build //shop:prices
