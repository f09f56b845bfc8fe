# expect: compile_error clojure.compile-error
# needs: java
echo '(ns planner.road) (defn far [] (lenght 3))' > road.clj
java -Duser.home=$HOME -cp "$(ls /usr/share/java/clojure*.jar /usr/share/java/spec.alpha.jar /usr/share/java/core.specs.alpha.jar 2>/dev/null | tr '\n' ':')" clojure.main road.clj
