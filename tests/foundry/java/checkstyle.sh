# expect: lint checkstyle.error
# needs: checkstyle
printf 'public class Road {\n\tint Length;\n\tint f() { if (true) return 3; return 1; }\n}\n' > Road.java
cat > rules.xml <<'X'
<?xml version="1.0"?>
<!DOCTYPE module PUBLIC "-//Checkstyle//DTD Checkstyle Configuration 1.3//EN" "https://checkstyle.org/dtds/configuration_1_3.dtd">
<module name="Checker"><module name="FileTabCharacter"/><module name="TreeWalker"><module name="MemberName"/><module name="NeedBraces"/></module></module>
X
checkstyle -c rules.xml Road.java
