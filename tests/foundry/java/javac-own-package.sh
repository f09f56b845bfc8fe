# expect: compile_error java.package-not-there
# needs: javac
cat > Road.java <<'J'
package org.example.roads;
import org.example.maps.Tile;
public class Road { Tile tile; }
J
javac Road.java
