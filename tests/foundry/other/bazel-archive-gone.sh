# expect: dependency_missing bazel.archive-gone
# needs: bazel python3
. "$FOUNDRY/other/bazel-site"
archive 2394/till-1.5.tar.gz
bazel build //shop:prices
