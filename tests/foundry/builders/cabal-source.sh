# expect: missing_file cabal.source
# needs: cabal ghc
printf 'cabal-version: 2.4\nname: shop\nversion: 1.0\nbuild-type: Simple\nlibrary\n  exposed-modules: Shop.Prices\n  build-depends: base\n  default-language: Haskell2010\n' >shop.cabal
printf 'import Distribution.Simple\nmain = defaultMain\n' >Setup.hs
runghc Setup.hs configure --user && runghc Setup.hs build
