# expect: configuration_error java.module-not-read-at-run
# needs: javac java
mkdir -p src/org/example/roads
printf 'module org.example.roads {\n}\n' > src/module-info.java
printf 'package org.example.roads;\n\nimport java.sql.Timestamp;\n\nclass Road {\n  public static void main(String[] words) {\n    System.out.println(new Timestamp(0));\n  }\n}\n' > src/org/example/roads/Road.java
javac --add-modules java.sql --add-reads org.example.roads=java.sql -d out src/module-info.java src/org/example/roads/Road.java
java --add-modules java.sql -p out -m org.example.roads/org.example.roads.Road
