# expect: success
# needs: mcs
printf 'class Failed { int error; static void Main() { int unused = 1; Old(); } [System.Obsolete("fails")] static void Old() { } }\n' > Failed.cs; mcs -warn:4 Failed.cs && ls Failed.exe
