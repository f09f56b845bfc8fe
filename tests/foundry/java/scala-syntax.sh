# expect: syntax_error scala.syntax
# needs: scalac
printf 'object Road {\n  def length(: Int = 3\n}\n' > Road.scala
scalac Road.scala
