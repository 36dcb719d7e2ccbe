#include "stream/filter.h"

#include "stream/chain.h"

struct opt_usage
filter_usage(const struct filter *f)
{
	return (struct opt_usage){ f->name, "[FILE]", f->summary, f->opts };
}

int
filter_main(const struct filter *f, int argc, char **argv)
{
	struct opt_usage u = filter_usage(f);

	opt_begin(&u);
	struct step *s = chain_step(f);
	int i = opt_read(&u, s->state, argc, argv);
	if (argc - i > 1)
		opt_bad(&u, "one file at most", argv[i + 1]);
	chain_run(s, i < argc ? argv[i] : "-");
	return 0;
}
