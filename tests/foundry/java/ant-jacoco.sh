# expect: quality_gate jvm.coverage
# needs: ant javac
mkdir -p src out && printf 'public class Basket {\n  public static int total(int[] p) { int s = 0; for (int x : p) s += x; return s; }\n  public static int tax(int t) { if (t > 9) return t / 5; return 0; }\n  public static void main(String[] a) { System.out.println(total(new int[] {3, 4})); }\n}\n' >src/Basket.java
cat >build.xml <<'X'
<project default="check" xmlns:jacoco="antlib:org.jacoco.ant">
  <taskdef uri="antlib:org.jacoco.ant" resource="org/jacoco/ant/antlib.xml">
    <classpath path="/usr/share/java/org.jacoco.ant.jar:/usr/share/java/org.jacoco.core.jar:/usr/share/java/org.jacoco.report.jar:/usr/share/java/org.jacoco.agent.jar:/usr/share/java/asm.jar:/usr/share/java/asm-commons.jar:/usr/share/java/asm-tree.jar:/usr/share/java/asm-analysis.jar"/>
  </taskdef>
  <target name="check">
    <javac srcdir="src" destdir="out" debug="true" includeantruntime="false" release="8"/>
    <jacoco:coverage destfile="jacoco.exec"><java classname="Basket" fork="true" classpath="out"/></jacoco:coverage>
    <jacoco:report>
      <executiondata><file file="jacoco.exec"/></executiondata>
      <structure name="shop"><classfiles><fileset dir="out"/></classfiles></structure>
      <check failonviolation="true"><rule element="BUNDLE"><limit counter="LINE" value="COVEREDRATIO" minimum="0.8"/></rule></check>
    </jacoco:report>
  </target>
</project>
X
ant
