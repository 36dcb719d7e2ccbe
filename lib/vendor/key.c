#include "vendor/key.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/output.h"
#include "base/warn.h"

enum { KEY_MAX = 4096 };

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
	ssize_t n = read(fd, key, sizeof key);
	if (n < 0)
		die_sys("cannot read '%s'", path);
	size_t k = 0;
	while (k < (size_t)n && (unsigned char)key[k] > ' ')
		k++;
	if (k == 0 || k == sizeof key)
		die("%s: no key in the first line", path);
	return mem_dup(key, k);
}
