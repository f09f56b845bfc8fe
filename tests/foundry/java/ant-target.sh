# expect: configuration_error ant.build-file
# needs: ant
echo '<project default="compile"><target name="compile"><road/></target></project>' > build.xml
ant; ant deploy; echo '<project default="compile"><target name="compile">' > build.xml; ant
