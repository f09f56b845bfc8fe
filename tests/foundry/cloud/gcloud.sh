# expect: credential cloud.login
# needs: gcloud
export CLOUDSDK_CORE_DISABLE_PROMPTS=1
gcloud projects list
