# expect: success
# needs: ant
echo '<project default="all"><target name="all"><echo>BUILD FAILED is what ant prints</echo></target></project>' > build.xml
ant
