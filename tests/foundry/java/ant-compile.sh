# expect: compile_error java.symbol-not-found
# needs: ant
mkdir src; echo 'public class Road { int length() { return lenght; } }' > src/Road.java
echo '<project default="compile"><target name="compile"><mkdir dir="out"/><javac srcdir="src" destdir="out" includeantruntime="false"/></target></project>' > build.xml
ant
