#include "ledger/seals.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/json.h"
#include "stream/ndjson.h"
#include "time/instant.h"

enum { MOST = 4096 }; /* bytes of a line */

static bool
check(struct ledger *l, const json_t *seal, int64_t *seq, struct wrong *w)
{
	const char *hash;
	struct event e;

	if (!json_get_int(seal, "seq", seq, w) || !json_get_text(seal, "hash", &hash, w))
		return false;
	struct statement *s = event_from(l, *seq);
	bool found = event_next(s, &e) && e.seq == *seq;
	bool same = found && strcmp(e.hash, hash) == 0;
	statement_end(s);
	if (!found)
		return wrong_say(w, "event %lld, which was sealed, is not there", (long long)*seq);
	return same || wrong_say(w, "event %lld is not the one that was sealed", (long long)*seq);
}

bool
seals_check(struct ledger *l, const char *path, int64_t *last, struct wrong *w)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	enum ndjson_got got;
	struct ndjson in;
	json_t *seal;
	bool right = true;

	*last = 0;
	if (fd < 0 && errno == ENOENT)
		return true;
	if (fd < 0)
		die_sys("cannot open '%s'", path);
	ndjson_open(&in, fd, path, MOST);
	while (right && (got = ndjson_next(&in, &seal, w)) != NDJSON_END) {
		right = got == NDJSON_OBJECT && check(l, seal, last, w);
		if (got == NDJSON_OBJECT)
			json_decref(seal);
	}
	ndjson_close(&in);
	close(fd);
	return right;
}

void
seals_add(struct ledger *l, const char *path, int64_t sealed)
{
	char time[INSTANT_MAX];
	struct event last;
	struct out o;

	event_last(l, &last);
	if (last.seq == sealed)
		return;
	int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	if (fd < 0)
		die_sys("cannot open '%s'", path);
	out_open(&o, fd, path);
	instant_print(time, last.time);
	out_say(&o, "{\"seq\":%lld,\"time\":\"%s\",\"hash\":\"%s\"}\n", (long long)last.seq, time, last.hash);
	out_flush(&o);
	if (fsync(fd))
		die_sys("cannot write '%s'", path);
	out_close(&o);
}
