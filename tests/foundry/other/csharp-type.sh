# expect: type_error dotnet.type-error
# needs: mcs
printf 'class Cart { static void Main() { string s = 1; } static int F() { return "x"; } }\n' > Cart.cs; mcs Cart.cs
