#include "vendor/key.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/output.h"
#include "base/warn.h"

enum { KEY_MAX = 4096 };

/* The bytes up to a space or a line's end; a pipe may hand them over in parts. How many, KEY_MAX of one that is too long. */
static size_t
read_word(int fd, const char *path, char key[KEY_MAX])
{
	size_t k = 0, n = 0;
	ssize_t got = 1;

	while (got != 0 && k == n && n < KEY_MAX) {
		got = read(fd, key + n, KEY_MAX - n);
		if (got < 0 && errno != EINTR)
			die_sys("cannot read '%s'", path);
		n += got > 0 ? (size_t)got : 0;
		while (k < n && (unsigned char)key[k] > ' ')
			k++;
	}
	return k;
}

char *
key_read(const char *path)
{
	char key[KEY_MAX];
	struct stat st;
	int fd = strcmp(path, "-") == 0 ? 0 : open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || fstat(fd, &st))
		die_sys("cannot open '%s'", path);
	output_input(fd, path);
	if (S_ISREG(st.st_mode) && (st.st_mode & 077))
		warn("%s: others may read the key; chmod 600 keeps it", path);
	size_t k = read_word(fd, path, key);
	if (k == 0 || k == sizeof key)
		die("%s: no key in the first line", path);
	return mem_dup(key, k);
}
