# expect: missing_file system.no-such-file
# needs: cp cat tar make
cp config.example.json config.json
cat VERSION
mv dist/app.js public/
tar xf release.tar.gz
ls build/
rm build/out.o
chmod +x gradlew
grep -q name package.json
sed -i s/a/b/ package.json
ln -s a b/c/d
head -1 notes.txt
