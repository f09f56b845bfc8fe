# expect: compile_error java.wrong-package
# needs: javac
mkdir -p src/roads/text
printf 'package roads;\n\nimport roads.text.Sign;\n\nclass Main { Sign sign; }\n' > src/roads/Main.java
printf 'package roads.util;\n\npublic class Sign {}\n' > src/roads/text/Sign.java
javac -sourcepath src -d out src/roads/Main.java
