# expect: infrastructure setup.no-display
# needs: python3 java chromium
printf 'public class W { public static void main(String[] a) { new javax.swing.JFrame("a"); } }\n' >W.java
java W.java 2>&1 | head -3
unset DISPLAY; timeout 20 chromium --no-sandbox --disable-gpu about:blank 2>&1 | head -5
exit 1
