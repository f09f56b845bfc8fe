# expect: compile_error java.not-effectively-final
# needs: javac
mkdir src; cat > src/Road.java <<'J'
class Road {
    Runnable walk(String name) {
        name = name.trim();
        return () -> System.out.println(name);
    }
    Runnable ride(String name) {
        name = name.trim();
        return new Runnable() {
            public void run() { System.out.println(name); }
        };
    }
}
J
javac -d out src/Road.java
