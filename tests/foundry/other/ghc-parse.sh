# expect: syntax_error haskell.parse
# needs: ghc
printf 'module Main where\nmain = do\n  let x = (1\n  print x\n' > Main.hs
ghc Main.hs
