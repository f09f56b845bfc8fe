# expect: toolchain java.program-missing
# needs: ant
printf '<project default="sign"><target name="sign"><exec executable="jarsign-shop" failonerror="true"><arg value="till.jar"/></exec></target></project>\n' >build.xml
ant
