# expect: test_failure tests.marked
# needs: g++
P=$(pkg-config --variable=host_bins Qt5Core); printf '#include <QtTest>\nclass Basket : public QObject { Q_OBJECT\nprivate slots: void adds() { QCOMPARE(1 + 1, 3); } void kept() { QVERIFY(true); } };\nQTEST_APPLESS_MAIN(Basket)\n#include "t.moc"\n' >t.cpp
$P/moc t.cpp -o t.moc; g++ -fPIC t.cpp -o t $(pkg-config --cflags --libs Qt5Test); ./t
