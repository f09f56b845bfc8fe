# expect: success
# needs: vim
printf 'Execute (error: E492 is caught):\n  try\n    nosuchcommand\n  catch /E492/\n  endtry\n  AssertEqual 1, 1\n\nGiven text (failed lines):\n  error\n  next\n\nDo (delete):\n  dd\n\nExpect (one line):\n  next\n' > e.vader
printf 'set rtp+=/usr/share/vim-vader,/usr/share/vim/addons\nfiletype plugin indent on\n' > vimrc
vim -Es -Nu vimrc -c 'Vader! e.vader' 2>&1
