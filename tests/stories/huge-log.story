# A log of 3 GB is read in constant memory.
truncate -s 3G huge.log
printf "\nModuleNotFoundError: No module named 'yaml'\n##[error]Process completed with exit code 1.\n" >>huge.log
exec 5< <(: )
"$program" diagnose --format json huge.log >"$folder/.out" 2>"$folder/.err" &
reader=$!
peak=0
while [ -r /proc/$reader/status ]; do
  now=$(awk '/^VmHWM/ { print $2 }' /proc/$reader/status 2>/dev/null || true)
  [ -z "$now" ] || peak=$now
  sleep 0.05
done
code=0
wait $reader || code=$?
out=$(<"$folder/.out") err=$(<"$folder/.err")
exits 0
has .runs[0].diagnoses[0].category dependency_missing
allowed=64000
if grep -qaE "__(asan|tsan)_init" "$program"; then allowed=600000; fi  # sanitizers remember much
[ "$peak" -lt "$allowed" ] || wrong "it took $peak KB of memory"
