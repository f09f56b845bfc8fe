# expect: success
# needs: helm
helm create shop
helm lint shop
helm template shop shop --set image.tag=1.0 | head -60
