# expect: out_of_memory system.java-reserve
# needs: java
ulimit -v 3000000
java -Xmx8g -version
