# expect: crash run.haskell
# needs: ghc
printf 'main :: IO ()\nmain = print (head ([] :: [Int]))\n' >A.hs; ghc -v0 A.hs; ./A
