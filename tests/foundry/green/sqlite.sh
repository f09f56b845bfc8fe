# expect: success
# needs: sqlite3
sqlite3 shop.db 'create table errors (id integer primary key, message text); insert into errors (message) values ("the table of errors"), ("UNIQUE constraint"); select * from errors; pragma integrity_check;'
