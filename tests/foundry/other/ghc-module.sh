# expect: dependency_missing haskell.module
# needs: ghc
printf 'module Main where\nimport Data.Shop.Money\nimport qualified Data.Vector as V\nmain = print 1\n' > Main.hs
ghc Main.hs
