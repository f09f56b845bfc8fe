# expect: dependency_conflict bazel.archive
# needs: bazel python3
. "$FOUNDRY/other/bazel-workspace"
mkdir -p site/till-1.4 && printf 'exports_files(["price.txt"])\n' >site/till-1.4/BUILD && tar -C site -czf site/till-1.4.tar.gz till-1.4
(cd site && exec python3 -m http.server --bind 127.0.0.1 2394 >/dev/null 2>&1) & server=$!
trap 'kill $server' EXIT
archive() { printf 'workspace(name = "shop")\nload("@bazel_tools//tools/build_defs/repo:http.bzl", "http_archive")\nhttp_archive(name = "till", urls = ["http://127.0.0.1:%s"], sha256 = "%064d", strip_prefix = "till-1.4")\n' "$1" 7 >WORKSPACE; }
printf 'genrule(name = "prices", srcs = ["@till//:price.txt"], outs = ["prices.txt"], cmd = "cat $< >$@")\n' >shop/BUILD
archive 2394/till-1.4.tar.gz
bazel build //shop:prices
