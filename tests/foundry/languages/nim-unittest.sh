# expect: test_failure nim.unittest
# needs: nim
printf 'import unittest\nsuite "basket":\n  test "adds":\n    check 1 + 1 == 3\n  test "error is kept":\n    check true\n' >tests.nim
nim c -r --hints:off --nimcache:cache tests.nim
