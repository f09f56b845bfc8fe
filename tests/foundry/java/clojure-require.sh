# expect: dependency_missing clojure.namespace-missing
# needs: java
echo '(ns planner.road (:require [org.example.maps :as maps]))' > maps.clj
java -Duser.home=$HOME -cp "$(ls /usr/share/java/clojure*.jar /usr/share/java/spec.alpha.jar /usr/share/java/core.specs.alpha.jar 2>/dev/null | tr '\n' ':')" clojure.main maps.clj
