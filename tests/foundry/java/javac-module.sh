# expect: compile_error java.module-not-read
# needs: javac
mkdir -p src/org/example/roads
printf 'module org.example.roads {\n}\n' > src/module-info.java
printf 'package org.example.roads;\n\nimport java.sql.Timestamp;\n\nclass Road {\n  Timestamp built;\n}\n' > src/org/example/roads/Road.java
javac -d out src/module-info.java src/org/example/roads/Road.java
