# expect: infrastructure network.local-service
# needs: python3
py() { /usr/bin/python3 -c "$1" 2>&1 | tail -4; }
py 'import psycopg2; psycopg2.connect("host=127.0.0.1 port=54329 dbname=shop")'
py 'import pymysql; pymysql.connect(host="127.0.0.1", port=33999)'
py 'import redis; redis.Redis(port=63999).ping()'
py 'import pymongo; pymongo.MongoClient("127.0.0.1", 27999, serverSelectionTimeoutMS=300).shop.command("ping")'
py 'import kafka; kafka.KafkaProducer(bootstrap_servers="127.0.0.1:9099", api_version_auto_timeout_ms=500)'
py 'import pika; pika.BlockingConnection(pika.ConnectionParameters("127.0.0.1", 5699))'
py 'import elasticsearch; elasticsearch.Elasticsearch("http://127.0.0.1:9299", max_retries=0).info()'
py 'import sqlalchemy; sqlalchemy.create_engine("postgresql://app@127.0.0.1:54329/shop").connect()'
py 'import sqlalchemy; sqlalchemy.create_engine("mysql+pymysql://app@127.0.0.1:33999/shop").connect()'
py 'import grpc; c = grpc.insecure_channel("127.0.0.1:50999"); c.unary_unary("/shop.Shop/Get")(b"", timeout=2)'
exit 1
