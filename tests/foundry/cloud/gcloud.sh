# expect: credential cloud.login
# needs: gcloud gsutil
export CLOUDSDK_CORE_DISABLE_PROMPTS=1
gcloud projects list
gcloud run deploy shop --image shop
gsutil ls gs://shop 2>&1 | head -8
gcloud auth activate-service-account --key-file nothing.json
exit 1
