# expect: infrastructure network.local-service
# needs: sqitch
sqitch init shop --engine pg >/dev/null
sqitch add basket -n a >/dev/null
sqitch deploy db:pg://127.0.0.1:54329/shop
