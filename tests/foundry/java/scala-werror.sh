# expect: lint scala.fatal-warnings
# needs: scalac
printf 'object Road {\n  @deprecated("old", "1") def old = 3\n  def f(o: Option[Int]) = o match { case Some(n) => n }\n  def g = old\n}\n' > Road.scala
scalac -deprecation -Xfatal-warnings Road.scala
