# expect: configuration_error cloud.arguments
# needs: gcloud
export CLOUDSDK_CORE_DISABLE_PROMPTS=1
gcloud run deploy shop --image shop
gcloud compute nothing-here
