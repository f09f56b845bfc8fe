# expect: test_failure vader.failed
# needs: vim
printf 'Execute (total):\n  AssertEqual 3, 2\n\nExecute (name):\n  call Missing()\n\nGiven text (lines):\n  a\n  b\n\nDo (delete):\n  dd\n\nExpect (one):\n  x\n' > e.vader
printf 'set rtp+=/usr/share/vim-vader,/usr/share/vim/addons\nfiletype plugin indent on\n' > vimrc
vim -Es -Nu vimrc -c 'Vader! e.vader' 2>&1 | sed -n '/Starting/,$p'; exit ${PIPESTATUS[0]}
