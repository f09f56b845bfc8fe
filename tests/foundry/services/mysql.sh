# expect: infrastructure services.mysql-down
# needs: mysql mysqladmin
mysqladmin -h 127.0.0.1 -P 33999 ping
mysql -h 127.0.0.1 -P 33999 -e 'select 1'
mysql -e 'select 1'
mysql -h mysql -e 'select 1'
