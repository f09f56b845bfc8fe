# expect: compile_error scala.error
# needs: scalac
printf 'object Road {\n  def length: Int = "three"\n  def far: Int = lenght\n  import org.example.maps.Tile\n}\n' > Road.scala
scalac Road.scala
