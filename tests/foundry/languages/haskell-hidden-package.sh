# expect: dependency_missing haskell.hidden-package
# needs: ghc cabal
mkdir app && printf 'cabal-version: 2.4\nname: till\nversion: 0.1\nexecutable till\n  main-is: Main.hs\n  hs-source-dirs: app\n  build-depends: base\n  default-language: Haskell2010\n' >till.cabal
printf 'module Main where\nimport qualified Data.Map as Map\nmain :: IO ()\nmain = print (Map.size (Map.fromList [(1 :: Int, "price")]))\n' >app/Main.hs
runghc Setup.hs 2>/dev/null || printf 'import Distribution.Simple\nmain = defaultMain\n' >Setup.hs
ghc --make -v0 Setup.hs -o setup && ./setup configure -v1 && ./setup build
