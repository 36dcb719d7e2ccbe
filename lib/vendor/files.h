/*
 * files - the files of a vendor's folder that are wanted, each a contract's or, of an adapter with `continuous`, a series'
 *
 * Their names say what they are (vendor/file_names.h); those that say nothing are left out with a warning.
 */
#ifndef ST_VENDOR_FILES_H
#define ST_VENDOR_FILES_H

#include <limits.h>
#include <stddef.h>

#include "base/slice.h"
#include "vendor/adapter.h"
#include "vendor/file_names.h"

enum { FILES_ANY = INT_MAX };

/* What is wanted of them. */
struct files_wanted {
	struct files_one {
		struct slice code;
		int id;                /* as in roll/contract.h, 0 for any */
	} *v;                          /* n of them; 0 for all */
	int n;
	int expired;                   /* only contracts that had expired by this day, or FILES_ANY */
};

struct files {
	struct files_file {
		char *path, *code, *symbol;
		int id;                /* of the contract, 0 of a series */
		int year, month, day;
	} *v;                          /* in order of code and id */
	size_t n;
	/* private */
	struct adapter *adapter;
	struct file_name_template template;
	const struct files_wanted *wanted;
	size_t below;                  /* bytes of a path before the name below the folder */
	long strange;                  /* files whose names don't match */
	char *first_strange;
};

/* CODE or CODE/CONTRACT into *one; false when the contract is none. text must live on. */
bool files_one_parse(const char *text, struct files_one *one);

/* All of a folder and those in it; dies when none is wanted, and when two are the same contract. */
struct files files_of(const char *folder, struct adapter *a, const struct files_wanted *wanted);

#endif
