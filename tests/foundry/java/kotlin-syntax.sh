# expect: syntax_error kotlin.syntax
# needs: kotlinc
printf 'fun length( = 3\n' > road.kt; kotlinc road.kt -d out
