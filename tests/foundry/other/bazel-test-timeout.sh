# expect: test_timeout bazel.test-timeout
# needs: bazel
. "$FOUNDRY/other/bazel-workspace"
printf 'sh_test(name = "basket_test", srcs = ["basket_test.sh"], timeout = "short")\n' >shop/BUILD
printf '#!/bin/sh\nsleep 30\n' >shop/basket_test.sh; chmod +x shop/*.sh
bazel test --test_timeout=2 //shop:all
