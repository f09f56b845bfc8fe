# expect: success
# needs: vim
cat > t.vim <<'VIM'
function! Test_error() abort
  call assert_equal(1, 1)
  try
    throw "failed"
  catch
    echo "Caught: " .. v:exception
  endtry
endfunction
call Test_error()
echo len(v:errors) .. " errors, 1 test passed"
if empty(v:errors) | qall! | endif
cquit
VIM
vim -es -Nu NONE -V1 -S t.vim 2>&1
