# expect: dependency_conflict bazel.archive
# needs: bazel python3
. "$FOUNDRY/other/bazel-site"
archive 2394/till-1.4.tar.gz
bazel build //shop:prices
