# expect: lint java.werror
# needs: javac
printf 'class Till {\n  protected void finalize() throws Throwable { }\n  Integer count() { return new Integer(3); }\n}\n' >Till.java
javac -Xlint:all -Werror Till.java
