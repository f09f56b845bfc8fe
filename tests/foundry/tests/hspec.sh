# expect: test_failure tests.name-first
# needs: ghc
printf 'import Test.Hspec\nmain :: IO ()\nmain = hspec $ describe "basket" $ do\n  it "adds" $ (1 + 1) `shouldBe` (3 :: Int)\n  it "keeps" $ True `shouldBe` True\n' >T.hs
ghc -v0 T.hs; ./T
