# expect: infrastructure setup.no-display
# needs: python3 java chromium
/usr/bin/python3 -c 'import tkinter; tkinter.Tk()' 2>&1 | tail -1
printf 'public class W { public static void main(String[] a) { new javax.swing.JFrame("a"); } }\n' >W.java
java W.java 2>&1 | head -3
unset DISPLAY; timeout 20 chromium --no-sandbox --disable-gpu about:blank 2>&1 | head -5
timeout 5 xterm 2>&1 | head -3
xauth -f /nowhere/a list
exit 1
