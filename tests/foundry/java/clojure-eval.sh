# expect: compile_error clojure.compile-error
# needs: java
echo '(ns shop.basket) (defn total [] (prices 3))' > basket.clj
java -Duser.home=$HOME -cp "$(ls /usr/share/java/clojure*.jar /usr/share/java/spec.alpha.jar /usr/share/java/core.specs.alpha.jar 2>/dev/null | tr '\n' ':')" clojure.main -e '(try (load-file "basket.clj") (catch Throwable e (.printStackTrace e) (System/exit 1)))' 2>&1 | grep -v '^.at '
exit 1
