# expect: dependency_missing c.library-not-found
# needs: ghc
printf 'module Main where\nmain :: IO ()\nmain = print (3 :: Int)\n' >Main.hs
ghc -O0 Main.hs -lprices -o till
