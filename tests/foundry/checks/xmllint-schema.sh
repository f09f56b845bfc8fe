# expect: configuration_error checks.xml-schema
# needs: xmllint
printf '<shop><price/></shop>\n' >shop.xml
printf '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="shop"><xs:complexType><xs:sequence><xs:element name="basket"/></xs:sequence></xs:complexType></xs:element></xs:schema>\n' >shop.xsd
xmllint --noout --schema shop.xsd shop.xml
