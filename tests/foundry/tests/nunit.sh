# expect: test_failure tests.nunit
# needs: mcs nunit-console
dll=$(find /usr/lib -name nunit.framework.dll | head -1); cp "$dll" .
printf 'using NUnit.Framework;\n[TestFixture] public class Basket { [Test] public void Adds() { Assert.AreEqual(3, 1 + 1); } [Test] public void Kept() {} }\n' >T.cs
mcs -target:library -r:nunit.framework.dll T.cs -out:T.dll
nunit-console T.dll -nologo -nodots
