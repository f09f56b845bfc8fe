# expect: test_failure clojure.test-failed
# needs: java
cat > run.clj <<'C'
(ns planner.road-test (:use clojure.test))
(deftest shortest (testing "two hops" (is (= 3 (+ 1 1)))))
(deftest lost (is (= 1 (throw (Exception. "no such road")))))
(let [r (run-tests)] (System/exit (+ (:fail r) (:error r))))
C
java -cp "$(ls /usr/share/java/clojure*.jar /usr/share/java/spec.alpha.jar /usr/share/java/core.specs.alpha.jar 2>/dev/null | tr '\n' ':')" clojure.main run.clj
