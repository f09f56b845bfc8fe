# expect: success
# needs: vim
printf 'function! Test_error() abort\n  call assert_fails("nosuch", "E492:")\n  call assert_equal(1, 1)\n  try\n    throw "failed"\n  catch\n    echo "Caught: " .. v:exception\n  endtry\nendfunction\ncall Test_error()\necho len(v:errors) .. " errors, 1 test passed\\n"\nif !empty(v:errors) | cquit | endif\nqall!\n' > t.vim
vim -es -Nu NONE -V1 -S t.vim 2>&1
