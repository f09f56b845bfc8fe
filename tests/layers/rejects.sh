#!/bin/sh
# usage: rejects.sh CHECK-LAYERS    Proves that the check fails on the violations seeded in this folder, and names each.
cd "$(dirname "$0")" || exit 2
said=$("$1" layers.txt src) && echo "the check passed, but must fail" && exit 1
expected='src/adapters/sqlite/store.cpp:4: adapters/sqlite must not include "model/case.h"
src/adapters/sqlite/store.cpp:5: adapters/sqlite must not include "case.h"
src/base/text.h:5: base must not include "model/case.h"
src/model/case.h:6: Line is defined in src/base/text.h as well
3 forbidden includes, 1 types of one name'
[ "$said" = "$expected" ] || { echo "said:"; echo "$said"; exit 1; }
