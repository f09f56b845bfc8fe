# expect: compile_error haskell.not-in-scope
# needs: ghc
printf 'module Main where\nmain = print (total [1])\nx :: Money\nx = undefined\n' > Main.hs
ghc Main.hs
