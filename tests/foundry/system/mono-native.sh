# expect: crash system.native-crash
# needs: mcs mono gcc
printf 'int total(int *prices) { return prices[0]; }\n' >till.c && gcc -shared -fPIC -o libtill.so till.c
printf 'using System; using System.Runtime.InteropServices;\nclass Till { [DllImport("till")] static extern int total(IntPtr prices); static void Main() { Console.WriteLine(total(new IntPtr(8))); } }\n' >Till.cs
mcs Till.cs && LD_LIBRARY_PATH=. mono Till.exe
