# expect: test_failure tasty.failed
# needs: ghc
cat >Spec.hs <<'H'
import Test.Tasty
import Test.Tasty.HUnit
total :: [Int] -> Int
total = maximum
main :: IO ()
main = defaultMain (testGroup "Basket" [testCase "sums prices" (total [3, 4] @?= 7), testCase "keeps one price" (total [3] @?= 3)])
H
ghc -v0 Spec.hs && ./Spec
