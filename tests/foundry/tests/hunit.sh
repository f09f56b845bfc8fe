# expect: test_failure tests.hunit
# needs: ghc
printf 'import Test.HUnit\nimport System.Exit\nmain :: IO ()\nmain = do { c <- runTestTT (TestList [TestLabel "adds" (TestCase (assertEqual "total" 3 (1 + 1 :: Int)))]); if failures c > 0 then exitFailure else exitSuccess }\n' >T.hs
ghc -v0 T.hs; ./T 2>&1
