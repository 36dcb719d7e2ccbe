#include "order/netting.h"

static int64_t
to_come(const struct netting_order *o)
{
	int64_t lots = o->trade - o->fill;

	return (o->trade > 0 && lots > 0) || (o->trade < 0 && lots < 0) ? lots : 0;
}

int64_t
netting_outstanding(const struct netting_order *open, int n)
{
	int64_t lots = 0;

	for (int i = 0; i < n; i++)
		lots += open[i].cancel ? 0 : to_come(&open[i]);
	return lots;
}

int64_t
netting_put(struct netting_order *open, int n, int64_t wanted, bool no_trading)
{
	bool nothing = no_trading || wanted == 0;

	for (int i = 0; i < n; i++)
		open[i].cancel = nothing && open[i].cancellable && to_come(&open[i]) != 0;
	return no_trading ? 0 : wanted - netting_outstanding(open, n);
}

int64_t
netting_put_as_reference(const struct netting_order *open, int n, int64_t wanted)
{
	return wanted - netting_outstanding(open, n);
}
