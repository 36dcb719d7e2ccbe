# sshd.bash - a real sshd on loopback, in a network namespace of its own, where commands run next to it
#
# sshd_needs: the test is skipped, saying why, when none can be had. with_sshd COMMAND ...: run the command with
# sshd at work; it is reached by `ssh -F $SSH_CONF HOST`, whatever HOST is. All it needs is in the current folder.

# Root mounts a /run of its own, where sshd wants a folder; others map themselves to who they are.
if [ "$(id -u)" = 0 ]; then
	sshd_unshare=(unshare --net --mount)
else
	sshd_unshare=(unshare --user --map-current-user --keep-caps --net)
fi

sshd_needs() {
	local program
	for program in unshare ip ssh ssh-keygen sshd; do
		PATH=$PATH:/usr/sbin command -v "$program" >/dev/null || skip "no program $program here"
	done
	"${sshd_unshare[@]}" true 2>/dev/null || skip "no network namespace can be made here"
}

sshd_files() {
	mkdir -m 700 ssh
	ssh-keygen -q -t ed25519 -N '' -f ssh/host
	ssh-keygen -q -t ed25519 -N '' -f ssh/key
	cat >ssh/sshd_config <<-CONF
		Port 2222
		ListenAddress 127.0.0.1
		HostKey $PWD/ssh/host
		AuthorizedKeysFile $PWD/ssh/key.pub
		PidFile none
		StrictModes no
		UsePAM no
		PasswordAuthentication no
		MaxStartups 100
		SetEnv ASAN_OPTIONS=$ASAN_OPTIONS
	CONF
	cat >ssh/conf <<-CONF
		Host *
		  HostName 127.0.0.1
		  Port 2222
		  User $(id -un)
		  IdentityFile $PWD/ssh/key
		  IdentitiesOnly yes
		  UserKnownHostsFile $PWD/ssh/known
		  StrictHostKeyChecking no
		  LogLevel ERROR
	CONF
}

with_sshd() {
	[ -d ssh ] || sshd_files
	SSH_CONF=$PWD/ssh/conf "${sshd_unshare[@]}" bash -c '
		PATH=$PATH:/usr/sbin
		ip link set lo up || exit
		[ "$(id -u)" != 0 ] || { mount -t tmpfs none /run && mkdir /run/sshd; } || exit
		"$(command -v sshd)" -D -e -f ssh/sshd_config 2>ssh/log &
		sshd=$!
		for i in $(seq 100); do
			ssh -F "$SSH_CONF" one true 2>ssh/first </dev/null && break
			sleep 0.1
		done
		status=0
		"$@" || status=$?
		kill $sshd
		exit $status' - "$@" 3>&-
}
