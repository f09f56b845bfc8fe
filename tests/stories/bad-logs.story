# A log that is missing, empty, a folder, no log at all: said clearly, and nothing happens to the repository.
broken_colon
remember
: >empty.log
mkdir hollow
for log in missing.log empty.log hollow; do
  regreen heal repo --log $log --verify "$colon" --deliver apply
  exits 3
  complains $log
  untouched
done
regreen heal repo --log red.log --verify "$colon" --deliver apply --out nowhere/answer.json --config /dev/null
exits 3
complains nowhere
untouched

python3 -c 'open("noise.log", "wb").write(bytes(range(256)) * 1000)'
regreen diagnose --format json noise.log
exits 3
says "noise.log: not a log but bytes that are no text"

# A bomb: a ZIP of 4 GB, a gzip of 4 GB. Bounded in time and memory, and never trouble without a word.
python3 - <<'PY'
import gzip, zipfile
block = b"0123456789 all is well, nothing to see here\n" * 23832  # 1 MiB
with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bomb:
    with bomb.open("job/1_bomb.txt", "w", force_zip64=True) as file:
        for i in range(1200):
            file.write(block)
    bomb.writestr("../../../../../tmp/regreen-way-out.txt", "ModuleNotFoundError: No module named 'yaml'\n")
    bomb.writestr("/tmp/regreen-way-out.txt", "absolute")
PY
regreen diagnose --format json bomb.zip
[ "$code" -le 3 ] && python3 -m json.tool "$folder/.out" >/dev/null
[ ! -e /tmp/regreen-way-out.txt ] || wrong "a name in the ZIP leads out of it"
untouched
