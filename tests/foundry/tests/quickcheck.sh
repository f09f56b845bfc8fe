# expect: test_failure tests.quickcheck
# needs: ghc
printf 'import Test.QuickCheck\nimport System.Exit\nmain :: IO ()\nmain = do { r <- quickCheckWithResult stdArgs{chatty=True} (\\n -> n < (5 :: Int)); if isSuccess r then exitSuccess else exitFailure }\n' >T.hs
ghc -v0 T.hs; ./T
