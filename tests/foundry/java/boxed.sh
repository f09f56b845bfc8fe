# expect: lint java.werror
# needs: javac
mkdir -p src/shop
printf 'package shop;\n\npublic class Till {\n    static Integer amount(int cents) {\n        return new Integer(cents);\n    }\n}\n' > src/shop/Till.java
javac -Xlint:all -Werror -d out src/shop/Till.java
