# expect: missing_file js.next-no-build
# needs: next14 next15
mkdir app; NEXT_TELEMETRY_DISABLED=1 next14 start
NEXT_TELEMETRY_DISABLED=1 next15 start
