# expect: compile_error haskell.c-compiler
# needs: ghc
printf 'int till_total(int price) { return prise; }\n' >till.c
printf 'module Main where\nforeign import ccall "till_total" total :: Int -> Int\nmain :: IO ()\nmain = print (total 3)\n' >Main.hs
ghc -O0 Main.hs till.c -o till
