# expect: missing_file java.file-missing
# needs: javac
cat > Road.java <<'J'
public class Road { }
J
javac Rail.java; java -jar planner.jar
