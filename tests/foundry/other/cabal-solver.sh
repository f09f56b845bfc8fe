# expect: dependency_conflict cabal.solver
# needs: cabal ghc
mkdir -p $HOME/.cabal/packages
printf 'cabal-version: 2.0\nname: shop\nversion: 0.1\nbuild-type: Simple\nlibrary\n  exposed-modules: Shop\n  build-depends: base < 4, money\n  default-language: Haskell2010\n' > shop.cabal; echo 'module Shop where' > Shop.hs
printf 'store-dir: /tmp/foundry/home/store\n' > $HOME/.cabal/config
cabal v2-build 2>&1
