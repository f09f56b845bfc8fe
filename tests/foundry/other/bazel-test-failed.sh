# expect: test_failure bazel.test
# needs: bazel
. "$FOUNDRY/other/bazel-workspace"
printf 'sh_test(name = "basket_test", srcs = ["basket_test.sh"])\nsh_test(name = "till_test", srcs = ["till_test.sh"])\n' >shop/BUILD
printf '#!/bin/sh\necho "expected 7, got 4"; exit 1\n' >shop/basket_test.sh; printf '#!/bin/sh\n' >shop/till_test.sh; chmod +x shop/*.sh
bazel test --test_output=errors //shop:all
