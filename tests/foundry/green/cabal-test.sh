# expect: success
# needs: cabal ghc
printf 'cabal-version: 2.4\nname: codes\nversion: 0.1\nbuild-type: Simple\nlibrary\n  exposed-modules: Codes\n  build-depends: base\n  default-language: Haskell2010\ntest-suite errors\n  type: exitcode-stdio-1.0\n  main-is: T.hs\n  build-depends: base, codes\n  default-language: Haskell2010\n' > codes.cabal
printf 'module Codes where\nfailed :: Int -> Bool\nfailed c = c >= 400\n' > Codes.hs
printf 'import Codes\nmain = if failed 404 then putStrLn "Failures: 0  Errors: 0" else error "no"\n' > T.hs
mkdir -p $HOME/.cabal; echo 'import Distribution.Simple; main = defaultMain' | sed 's/; /\n/' > Setup.hs
ghc -v0 Setup.hs -o Setup && ./Setup configure --enable-tests && ./Setup build && ./Setup test
