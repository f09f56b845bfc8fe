# expect: crash vim.error
# needs: vim
printf 'call Missing()\nlet x = y + 1\nsource none.vim\nnosuch\nif 1\n' > t.vim
vim -es -Nu NONE -i NONE -V1 -S t.vim -c 'cquit' 2>&1
