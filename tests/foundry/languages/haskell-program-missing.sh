# expect: toolchain cabal.program-missing
# needs: ghc
mkdir app && printf 'cabal-version: 2.4\nname: till\nversion: 0.1\nexecutable till\n  main-is: Main.hs\n  hs-source-dirs: app\n  other-modules: Price\n  build-depends: base\n  pkgconfig-depends: libprices >= 2\n  default-language: Haskell2010\n' >till.cabal
printf 'module Main where\nimport Price\nmain :: IO ()\nmain = print price\n' >app/Main.hs
printf '{ module Price where }\n%%name price\n%%tokentype { Char }\n%%%%\nPrice : { 3 }\n' >app/Price.y
printf 'import Distribution.Simple\nmain = defaultMain\n' >Setup.hs
ghc --make -v0 Setup.hs -o setup
PATH=/tmp/foundry/bin ./setup configure --with-compiler=/usr/bin/ghc --with-hc-pkg=/usr/bin/ghc-pkg
sed -i /pkgconfig/d till.cabal
./setup configure && PATH=/usr/bin ./setup build
