# expect: test_failure cabal.test-failed
# needs: ghc
printf 'cabal-version: 2.0\nname: shop\nversion: 0.1\nbuild-type: Simple\ntest-suite total\n  type: exitcode-stdio-1.0\n  main-is: T.hs\n  build-depends: base\n  default-language: Haskell2010\n' > shop.cabal
printf 'import System.Exit\nmain = putStrLn "total: expected 3, got 2" >> exitFailure\n' > T.hs; printf 'import Distribution.Simple\nmain = defaultMain\n' > Setup.hs
ghc -v0 Setup.hs -o Setup && ./Setup configure --enable-tests -v0 && ./Setup build -v0 && ./Setup test
