# expect: test_failure ant.junit-failed
# needs: ant
mkdir src out; echo 'public class RoadTest { @org.junit.Test public void shortest() { org.junit.Assert.assertEquals(3, 2); } }' > src/RoadTest.java
cat > build.xml <<'X'
<project default="test"><path id="cp"><pathelement location="out"/><fileset dir="/usr/share/java" includes="junit4.jar,hamcrest*.jar"/></path>
<target name="test"><javac srcdir="src" destdir="out" includeantruntime="false" classpathref="cp"/>
<junit haltonfailure="true" printsummary="on"><classpath refid="cp"/><formatter type="plain" usefile="false"/><test name="RoadTest"/></junit></target></project>
X
ant
