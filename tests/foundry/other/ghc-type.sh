# expect: type_error haskell.type
# needs: ghc
printf 'module Main where\ntotal :: [Int] -> Int\ntotal p = length p ++ "x"\nmain = print (total "a")\ny = show id\n' > Main.hs
ghc Main.hs
