# expect: dependency_missing cabal.missing-dependency
# needs: ghc
printf 'cabal-version: 2.0\nname: shop\nversion: 0.1\nbuild-type: Simple\nlibrary\n  exposed-modules: Shop\n  build-depends: base, money >= 2, bytestring < 0.1\n  default-language: Haskell2010\n' > shop.cabal
echo 'module Shop where' > Shop.hs; printf 'import Distribution.Simple\nmain = defaultMain\n' > Setup.hs
ghc -v0 Setup.hs -o Setup && ./Setup configure
