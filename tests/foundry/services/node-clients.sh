# expect: infrastructure services.redis-down
# needs: node sequelize-cli
modules=$(readlink -f "$(command -v sequelize-cli)") && ln -s "${modules%/sequelize-cli/*}" node_modules
js() { timeout 20 node -e "$1" 2>&1 | grep -v '^$' | head -${2:-14}; }
js 'new (require("pg").Client)({host: "127.0.0.1", port: 54329}).connect()'
js 'require("mysql2").createConnection({host: "127.0.0.1", port: 33999}).connect(e => { throw e })'
js 'const r = new (require("ioredis"))(63999, {maxRetriesPerRequest: 1}); r.ping()' 30
js 'const {MongoClient} = require("mongodb"); new MongoClient("mongodb://127.0.0.1:27999", {serverSelectionTimeoutMS: 300}).connect()'
js 'const {Kafka} = require("kafkajs"); new Kafka({brokers: ["127.0.0.1:9099"], retry: {retries: 1, initialRetryTime: 50}}).producer().connect()'
js 'require("amqplib").connect("amqp://127.0.0.1:5699")'
js 'new (require("@elastic/elasticsearch").Client)({node: "http://127.0.0.1:9299", maxRetries: 0}).info()'
js 'new (require("sequelize").Sequelize)("postgres://app@127.0.0.1:54329/shop", {logging: false}).authenticate()'
exit 1
