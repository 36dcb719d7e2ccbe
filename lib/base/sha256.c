#include "base/sha256.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/die.h"

void
sha256_text(struct sha256_ctx *h, char text[SHA256_TEXT])
{
	uint8_t digest[SHA256_DIGEST_SIZE];

	sha256_digest(h, sizeof digest, digest);
	for (size_t i = 0; i < sizeof digest; i++)
		snprintf(text + 2 * i, 3, "%02x", digest[i]);
}

bool
sha256_file(const char *path, char text[SHA256_TEXT])
{
	static char buf[1 << 17];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct sha256_ctx h;
	ssize_t n;

	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR || errno == EACCES))
		return false;
	if (fd < 0)
		die_sys("cannot open '%s'", path);
	sha256_init(&h);
	while ((n = read(fd, buf, sizeof buf)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			sha256_update(&h, (size_t)n, (uint8_t *)buf);
	if (n < 0 && errno != EISDIR)
		die_sys("cannot read '%s'", path);
	close(fd);
	if (n == 0)
		sha256_text(&h, text);
	return n == 0;
}
