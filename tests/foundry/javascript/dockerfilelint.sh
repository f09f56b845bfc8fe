# expect: lint js.dockerfilelint
# needs: dockerfilelint
printf 'FROM debian:latest\nRUN apt-get install curl\nMAINTAINER a\n' >Dockerfile
dockerfilelint Dockerfile
