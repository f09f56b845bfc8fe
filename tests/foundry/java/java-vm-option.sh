# expect: configuration_error java.vm-option
# needs: javac
cat > Road.java <<'J'
public class Road { }
J
java -XX:MaxPermSize=64m -XX:+UseFastRoads Road
