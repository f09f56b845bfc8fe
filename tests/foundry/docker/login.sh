# expect: credential docker.login
# needs: docker
docker login images.example.org
docker login -u shop images.example.org
echo "" | docker login --password-stdin images.example.org
