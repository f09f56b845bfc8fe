# expect: lint haskell.werror
# needs: ghc
printf 'module Main (main) where\nimport Data.List\nmain :: IO ()\nmain = print (1 :: Int)\n' > Main.hs
ghc -Wall -Werror Main.hs
