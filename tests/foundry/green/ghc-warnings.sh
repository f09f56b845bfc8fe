# expect: success
# needs: ghc
cat > Main.hs <<'H'
module Main where
import Data.List
data Failure = Error | Fatal deriving Show
code :: Failure -> Int
code Error = 1
unused x = 2
main = print (code Error) >> putStrLn "0 errors"
H
ghc -Wall Main.hs -o codes && ./codes
