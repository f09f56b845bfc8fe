# expect: test_failure vim.assert
# needs: vim
printf 'call assert_equal(3, 2)\ncall assert_true(0, "name")\ncall assert_match("x", "abc")\nfor e in v:errors | echo e | endfor\ncquit\n' > t.vim
vim -es -Nu NONE -i NONE -V1 -S t.vim 2>&1
