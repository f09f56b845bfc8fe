# expect: lint haskell.hlint
# needs: hlint
printf 'module Shop where\n\ntotal :: [Int] -> Int\ntotal xs = foldr (\\x y -> x + y) 0 xs\n\nnames xs = concat (map show xs)\n\nisEmpty xs = if length xs == 0 then True else False\n' >Shop.hs
hlint Shop.hs
