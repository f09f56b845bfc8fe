# expect: configuration_error js.nest-dependencies
# needs: nest
ln -s /tmp/tools/frameworks/nest/node_modules node_modules
cat >main.js <<'C'
require('reflect-metadata')
const { Module, Injectable, Inject } = require('@nestjs/common'), { NestFactory } = require('@nestjs/core')
class Prices {}
class Basket { constructor(prices) { this.prices = prices } }
Reflect.decorate([Injectable(), Reflect.metadata('design:paramtypes', [Prices])], Basket)
class Shop {}
Reflect.decorate([Module({ providers: [Basket] })], Shop)
NestFactory.createApplicationContext(Shop)
C
node main.js
