# expect: success
# needs: openssl
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 1 -subj '/CN=error.example.org' 2>&1 | tail -3
openssl x509 -in cert.pem -noout -subject -dates && openssl verify -CAfile cert.pem cert.pem
openssl verify cert.pem || echo "a self-signed certificate is refused, as it should be"
