# server.bash - servers on loopback for tests: nginx, and one that misbehaves
#
# serve: nginx on $web (http://127.0.0.1:PORT) and $tls (https), with the files below
# $BATS_FILE_TMPDIR/www; what was asked is in $asked, a line a request. misbehave: the
# server of tests/misbehave on $bad. Both end with stop_servers. All for setup_file.

# A number that may be free as a port.
some_port() {
	echo $((20000 + (RANDOM * 32768 + RANDOM) % 40000))
}

serve() {
	local dir=$BATS_FILE_TMPDIR port tls_port try
	mkdir -p "$dir/www" "$dir/tmp"
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test \
		-addext subjectAltName=IP:127.0.0.1 -keyout "$dir/key.pem" -out "$dir/cert.pem" 2>/dev/null || return
	for try in 1 2 3 4 5 6 7 8 9 10; do # a port may be taken
		port=$(some_port) tls_port=$(some_port)
		nginx_conf "$dir" "$port" "$tls_port" >"$dir/nginx.conf"
		# When it goes into the background it is listening.
		/usr/sbin/nginx -q -c "$dir/nginx.conf" -e "$dir/error.log" 3>&- 4>&- && break
	done
	[ -s "$dir/nginx.pid" ] || return
	export web=http://127.0.0.1:$port tls=https://127.0.0.1:$tls_port other=http://localhost:$port
	export asked=$dir/asked www=$dir/www cert=$dir/cert.pem
}

nginx_conf() {
	[ "$(id -u)" != 0 ] || echo 'user root;'
	cat <<-CONF
		worker_processes 1;
		pid $1/nginx.pid;
		events { }
		http {
		    log_format asked '\$request_method \$request_uri status=\$status range=\$http_range if-range=\$http_if_range '
		        'if-none-match=\$http_if_none_match auth=\$http_authorization key=\$http_x_key form=\$request_body';
		    access_log $1/asked asked;
		    client_body_temp_path $1/tmp/body; proxy_temp_path $1/tmp/proxy; fastcgi_temp_path $1/tmp/fastcgi;
		    uwsgi_temp_path $1/tmp/uwsgi; scgi_temp_path $1/tmp/scgi;
		    default_type text/csv;
		    server {
		        listen 127.0.0.1:$2;
		        listen 127.0.0.1:$3 ssl;
		        ssl_certificate $1/cert.pem; ssl_certificate_key $1/key.pem;
		        root $1/www;
		        location / { }
		        location /service/data/ { if (\$arg_format != csvdata) { return 400 "no format"; } }
		        location = /fred/series/observations {
		            if (\$arg_api_key != "s3cret") { return 400 '{"error_code":400,"error_message":"The key \$arg_api_key is none"}'; }
		            try_files /fred/\$arg_series_id =404;
		        }
		        location /api/eod/ { if (\$arg_api_token != "s3cret") { return 401 "Unauthenticated"; } }
		        location = /v0/timeseries.get_range {
		            if (\$http_authorization != "Basic czNjcmV0Og==") { return 401 '{"detail":"no"}'; }
		            proxy_method GET; proxy_pass http://127.0.0.1:$2/databento.csv;
		        }
		        location /to/ { rewrite ^/to/(.*) /\$1 redirect; }
		        location /away/ { return 302 http://localhost:$2\$request_uri/here; }
		        location ~ ^/away/.*here\$ { alias $1/www/good.csv; }
		        location /open { return 302 http://127.0.0.1:$2/good.csv; }
		        location /loop { return 302 /loop; }
		        location /file { return 302 file:///etc/passwd; }
		        location /ftp { return 301 ftp://127.0.0.1/x; }
		        location /gone { return 410 "no such series"; }
		    }
		}
	CONF
}

misbehave() {
	local dir=$BATS_FILE_TMPDIR try port
	mkdir -p "$dir/state"
	STATE=$dir/state socat -d -d TCP-LISTEN:0,bind=127.0.0.1,fork "EXEC:$ROOT/tests/misbehave" 2>"$dir/socat.log" 3>&- 4>&- &
	echo $! >"$dir/socat.pid"
	for try in $(seq 200); do
		port=$(sed -n 's/.*listening on AF=2 127.0.0.1://p' "$dir/socat.log")
		[ -z "$port" ] || break
		sleep 0.05
	done
	[ -n "$port" ] && export bad=http://127.0.0.1:$port state=$dir/state
}

stop_servers() {
	local f
	for f in "$BATS_FILE_TMPDIR"/nginx.pid "$BATS_FILE_TMPDIR"/socat.pid; do
		[ ! -s "$f" ] || kill "$(cat "$f")" 2>/dev/null || true
	done
}
