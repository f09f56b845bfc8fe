# expect: lint haskell.hlint
# needs: hlint
printf 'module Shop where\ntotal p = if null p == True then 0 else (sum p)\nf x = map g (map h x)\n' > Shop.hs
hlint Shop.hs
