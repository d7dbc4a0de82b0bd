#!/bin/sh
# Makes the certificates that the tests of source/http serve on loopback. They are worth nothing anywhere else: the
# authority is trusted by these tests alone, and its own key is thrown away. Run it in this directory.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
note='Test only: made by test/http/certificates/make.sh, served on loopback, trusted by no one else.'

key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }

key "$work/authority.key"
openssl req -x509 -new -key "$work/authority.key" -days 36500 -subj '/CN=classic-credentials test authority' \
	-addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' -out "$work/authority.crt"
{ echo "$note"; cat "$work/authority.crt"; } > authority.pem

# name, subject alternative names
server() {
	key "$work/$1.key"
	openssl req -new -key "$work/$1.key" -subj "/CN=$1" -out "$work/$1.csr"
	printf 'subjectAltName=%s\n' "$2" > "$work/$1.ext"
	openssl x509 -req -in "$work/$1.csr" -CA "$work/authority.crt" -CAkey "$work/authority.key" -CAcreateserial \
		-days 36500 -extfile "$work/$1.ext" -out "$work/$1.crt"
	{ echo "$note"; cat "$work/$1.crt" "$work/$1.key"; } > "$1.pem"
}

server loopback 'IP:127.0.0.1,IP:::1,DNS:localhost,DNS:classic.test'
server other-name 'DNS:other.test'
server ibm 'DNS:containers.cloud.ibm.com'
