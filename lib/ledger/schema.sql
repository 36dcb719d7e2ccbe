-- schema.sql - the ledger: one SQLite file that holds all of an account's state
--
-- Rules that SQL can hold are held here, so that no program can break them. A trigger only ever refuses: it changes
-- nothing, as each row that changes becomes an event, and the events alone must give the same ledger again.
--
-- A column `time` or `…_time` is whole microseconds from 1970-01-01 UTC; `detail`, `cut` and `proposed` are JSON; 0 and
-- 1 are no and yes. Prices are as quoted, quantities whole lots, positive to buy.

-- ---- events: what changed, in the transaction that changed it; each hash covers the one before ----

CREATE TABLE event(
	seq INTEGER PRIMARY KEY CHECK(seq > 0),
	act INTEGER NOT NULL CHECK(act BETWEEN 1 AND seq), -- seq of the first event of the same transaction
	time INTEGER NOT NULL,
	who TEXT NOT NULL,                                 -- user@host:pid
	program TEXT NOT NULL,                             -- and its verb
	what TEXT NOT NULL,                                -- the table
	key TEXT NOT NULL,
	before TEXT, -- NULL when the row is new
	after TEXT,    -- NULL when it is gone
	hash TEXT NOT NULL CHECK(length(hash) = 64),
	CHECK(before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE TRIGGER event_kept BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
CREATE TRIGGER event_next BEFORE INSERT ON event
WHEN new.seq <> 1 + coalesce((SELECT max(seq) FROM event), (SELECT seq FROM origin), 0)
BEGIN SELECT RAISE(ABORT, 'an event must follow the last'); END;

-- Where the chain of events begins, when that is a dump that was sealed: its last event. No row: at nothing.
CREATE TABLE origin(
	one INTEGER PRIMARY KEY CHECK(one = 1),
	seq INTEGER NOT NULL CHECK(seq >= 0),
	time INTEGER NOT NULL,
	hash TEXT NOT NULL CHECK(length(hash) = 64)
) STRICT;

-- ---- positions wanted: the newest row of a strategy and instrument counts ----

CREATE TABLE wanted(
	id INTEGER PRIMARY KEY,
	strategy TEXT NOT NULL CHECK(length(strategy) > 0),
	instrument TEXT NOT NULL CHECK(length(instrument) > 0),
	time INTEGER NOT NULL,
	run TEXT NOT NULL,                                 -- hash of the config, data and version that made it
	kind TEXT NOT NULL CHECK(kind IN ('simple', 'buffered', 'raw', 'dynamic')),
	lower REAL, upper REAL, position REAL,             -- contracts
	reference_price REAL, reference_contract TEXT, reference_time INTEGER,
	detail TEXT,
	UNIQUE(strategy, instrument, kind, time),
	CHECK((kind = 'buffered') = (lower IS NOT NULL)),
	CHECK((lower IS NULL) = (upper IS NULL)),
	CHECK(upper >= lower),
	CHECK((kind = 'buffered') = (position IS NULL)),
	CHECK(kind <> 'dynamic' OR position = CAST(position AS INTEGER))
) STRICT;
CREATE TRIGGER wanted_kept BEFORE UPDATE ON wanted BEGIN SELECT RAISE(ABORT, 'a wanted position never changes'); END;
CREATE TRIGGER wanted_kind BEFORE INSERT ON wanted
WHEN EXISTS (SELECT 1 FROM wanted WHERE strategy = new.strategy AND instrument = new.instrument AND kind <> new.kind
	AND NOT (kind IN ('raw', 'dynamic') AND new.kind IN ('raw', 'dynamic')))
BEGIN SELECT RAISE(ABORT, 'a strategy wants positions of one kind'); END;

-- ---- the three stacks ----
-- state: live, on its stack; done, no more to be traded, still on its stack; history, taken off it.
-- fill is what was executed, which is a fact: more than the trade when overfilled.

CREATE TABLE instrument_order(
	id INTEGER PRIMARY KEY,
	strategy TEXT NOT NULL CHECK(length(strategy) > 0),
	instrument TEXT NOT NULL CHECK(length(instrument) > 0),
	trade INTEGER NOT NULL,
	fill INTEGER NOT NULL DEFAULT 0,
	price REAL, fill_time INTEGER,
	type TEXT NOT NULL CHECK(type IN ('best', 'market', 'limit', 'Zero-roll-order', 'balance_trade', 'panic', 'transfer_trade')),
	limit_price REAL, limit_contract TEXT,
	reference_price REAL, reference_contract TEXT, reference_time INTEGER,
	made_time INTEGER NOT NULL,
	by TEXT NOT NULL CHECK(by IN ('strategy', 'hand', 'roll')),
	wanted INTEGER REFERENCES wanted(id),              -- what it was made for
	cut TEXT,    -- why it is smaller than wanted
	locked INTEGER NOT NULL DEFAULT 0 CHECK(locked IN (0, 1)),
	overfilled INTEGER NOT NULL DEFAULT 0 CHECK(overfilled IN (0, 1)),
	state TEXT NOT NULL DEFAULT 'live' CHECK(state IN ('live', 'done', 'history')),
	CHECK(overfilled = 1 OR (abs(fill) <= abs(trade) AND fill * trade >= 0)),
	CHECK((by = 'roll') = (strategy = '_ROLL_PSEUDO_STRATEGY')),
	CHECK(by <> 'roll' OR trade = 0),
	CHECK(type <> 'limit' OR limit_price IS NOT NULL)
) STRICT;
CREATE INDEX instrument_order_live ON instrument_order(strategy, instrument) WHERE state = 'live';
CREATE INDEX instrument_order_stack ON instrument_order(state) WHERE state <> 'history';
CREATE UNIQUE INDEX instrument_order_one_roll ON instrument_order(instrument) WHERE state = 'live' AND by = 'roll';

CREATE TABLE contract_order(
	id INTEGER PRIMARY KEY,
	parent INTEGER NOT NULL REFERENCES instrument_order(id),
	strategy TEXT NOT NULL, instrument TEXT NOT NULL,
	price REAL, fill_time INTEGER,
	type TEXT NOT NULL CHECK(type IN ('best', 'market', 'limit', 'balance_trade', 'panic')),
	limit_price REAL, reference_price REAL,
	made_time INTEGER NOT NULL,
	algo TEXT,                                         -- that is to trade it; NULL: none chosen
	algo_lock TEXT,                                    -- that trades it now, host:pid:start; NULL: free
	by TEXT NOT NULL CHECK(by IN ('strategy', 'hand', 'roll')),
	locked INTEGER NOT NULL DEFAULT 0 CHECK(locked IN (0, 1)),
	overfilled INTEGER NOT NULL DEFAULT 0 CHECK(overfilled IN (0, 1)),
	state TEXT NOT NULL DEFAULT 'live' CHECK(state IN ('live', 'done', 'history'))
) STRICT;
CREATE INDEX contract_order_parent ON contract_order(parent);
CREATE INDEX contract_order_stack ON contract_order(state) WHERE state <> 'history';
CREATE TABLE contract_leg(
	id INTEGER NOT NULL REFERENCES contract_order(id),
	leg INTEGER NOT NULL CHECK(leg >= 0),
	contract TEXT NOT NULL CHECK(contract GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
	trade INTEGER NOT NULL,
	fill INTEGER NOT NULL DEFAULT 0,
	price REAL,
	PRIMARY KEY(id, leg), UNIQUE(id, contract)
) STRICT, WITHOUT ROWID;

CREATE TABLE broker_order(
	id INTEGER PRIMARY KEY,
	parent INTEGER NOT NULL REFERENCES contract_order(id),
	strategy TEXT NOT NULL, instrument TEXT NOT NULL,
	price REAL, fill_time INTEGER,
	type TEXT NOT NULL CHECK(type IN ('market', 'limit', 'balance_trade')),
	limit_price REAL,
	made_time INTEGER NOT NULL, submit_time INTEGER,
	algo TEXT, comment TEXT,
	side_price REAL, mid_price REAL, offside_price REAL, -- the top of the book when it was made
	commission REAL,                                   -- base currency
	broker TEXT, account TEXT, client TEXT, session TEXT, temp_id TEXT, perm_id TEXT,
	status TEXT NOT NULL CHECK(status IN ('intent', 'submitted', 'pending', 'filled', 'cancelled', 'rejected', 'unknown', 'none')),
	by TEXT NOT NULL CHECK(by IN ('strategy', 'hand', 'roll')),
	locked INTEGER NOT NULL DEFAULT 0 CHECK(locked IN (0, 1)),
	overfilled INTEGER NOT NULL DEFAULT 0 CHECK(overfilled IN (0, 1)),
	state TEXT NOT NULL DEFAULT 'live' CHECK(state IN ('live', 'done', 'history')),
	CHECK(type <> 'limit' OR limit_price IS NOT NULL)
) STRICT;
CREATE INDEX broker_order_parent ON broker_order(parent);
CREATE INDEX broker_order_stack ON broker_order(state) WHERE state <> 'history';
CREATE UNIQUE INDEX broker_order_temp ON broker_order(broker, account, client, session, temp_id) WHERE temp_id IS NOT NULL;
CREATE UNIQUE INDEX broker_order_perm ON broker_order(broker, perm_id) WHERE perm_id IS NOT NULL;
CREATE TABLE broker_leg(
	id INTEGER NOT NULL REFERENCES broker_order(id),
	leg INTEGER NOT NULL CHECK(leg >= 0),
	contract TEXT NOT NULL CHECK(contract GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
	trade INTEGER NOT NULL,
	fill INTEGER NOT NULL DEFAULT 0,
	price REAL,
	PRIMARY KEY(id, leg), UNIQUE(id, contract)
) STRICT, WITHOUT ROWID;

-- What was executed: a report of the broker each, or a fill by hand. Its id makes applying it again harmless. A
-- correction or a bust is one of its own, which stands for the one that it replaces.
CREATE TABLE execution(
	id TEXT PRIMARY KEY CHECK(length(id) > 0),
	broker_order INTEGER NOT NULL, leg INTEGER NOT NULL,
	quantity INTEGER NOT NULL,
	price REAL NOT NULL,
	time INTEGER NOT NULL,
	commission REAL, currency TEXT,                    -- in that currency
	kind TEXT NOT NULL CHECK(kind IN ('fill', 'correction', 'bust', 'hand', 'balance')),
	replaces TEXT UNIQUE REFERENCES execution(id),
	FOREIGN KEY(broker_order, leg) REFERENCES broker_leg(id, leg),
	CHECK((quantity = 0) = (kind = 'bust')),
	CHECK((replaces IS NOT NULL) = (kind IN ('correction', 'bust')))
) STRICT, WITHOUT ROWID;
CREATE INDEX execution_order ON execution(broker_order, leg);
CREATE TRIGGER execution_kept BEFORE UPDATE ON execution BEGIN SELECT RAISE(ABORT, 'an execution never changes'); END;
CREATE TRIGGER execution_stays BEFORE DELETE ON execution BEGIN SELECT RAISE(ABORT, 'an execution is never removed'); END;

-- Inactive never becomes active; history and a locked order change by what is executed alone.
CREATE TRIGGER instrument_order_back BEFORE UPDATE OF state ON instrument_order
WHEN (old.state = 'done' AND new.state = 'live') OR (old.state = 'history' AND new.state <> 'history')
BEGIN SELECT RAISE(ABORT, 'an order that is done stays so'); END;
CREATE TRIGGER contract_order_back BEFORE UPDATE OF state ON contract_order
WHEN (old.state = 'done' AND new.state = 'live') OR (old.state = 'history' AND new.state <> 'history')
BEGIN SELECT RAISE(ABORT, 'an order that is done stays so'); END;
CREATE TRIGGER broker_order_back BEFORE UPDATE OF state ON broker_order
WHEN (old.state = 'done' AND new.state = 'live') OR (old.state = 'history' AND new.state <> 'history')
BEGIN SELECT RAISE(ABORT, 'an order that is done stays so'); END;
CREATE TRIGGER instrument_order_locked BEFORE UPDATE OF strategy, instrument, trade, type, limit_price, limit_contract,
	reference_price, reference_contract, reference_time, made_time, by, wanted, cut, state ON instrument_order
WHEN old.locked = 1 AND new.locked = 1 BEGIN SELECT RAISE(ABORT, 'the order is locked'); END;
CREATE TRIGGER contract_order_locked BEFORE UPDATE OF parent, strategy, instrument, type, limit_price, reference_price, made_time,
	algo, algo_lock, by, state ON contract_order
WHEN old.locked = 1 AND new.locked = 1 BEGIN SELECT RAISE(ABORT, 'the order is locked'); END;
CREATE TRIGGER broker_order_locked BEFORE UPDATE OF parent, strategy, instrument, type, limit_price, made_time, submit_time, algo,
	by, state ON broker_order
WHEN old.locked = 1 AND new.locked = 1 BEGIN SELECT RAISE(ABORT, 'the order is locked'); END;
CREATE TRIGGER instrument_order_kept BEFORE UPDATE OF id, strategy, instrument, trade, type, limit_price, limit_contract,
	reference_price, reference_contract, reference_time, made_time, by, wanted, cut ON instrument_order WHEN old.state <> 'live'
BEGIN SELECT RAISE(ABORT, 'an order that is done does not change'); END;
CREATE TRIGGER contract_order_kept BEFORE UPDATE OF id, parent, strategy, instrument, type, limit_price, reference_price,
	made_time, algo, by ON contract_order WHEN old.state <> 'live'
BEGIN SELECT RAISE(ABORT, 'an order that is done does not change'); END;
CREATE TRIGGER instrument_order_stays BEFORE DELETE ON instrument_order BEGIN SELECT RAISE(ABORT, 'an order is never removed'); END;
CREATE TRIGGER contract_order_stays BEFORE DELETE ON contract_order BEGIN SELECT RAISE(ABORT, 'an order is never removed'); END;
CREATE TRIGGER contract_leg_stays BEFORE DELETE ON contract_leg BEGIN SELECT RAISE(ABORT, 'an order is never removed'); END;
CREATE TRIGGER broker_order_stays BEFORE DELETE ON broker_order BEGIN SELECT RAISE(ABORT, 'an order is never removed'); END;
CREATE TRIGGER broker_leg_stays BEFORE DELETE ON broker_leg BEGIN SELECT RAISE(ABORT, 'an order is never removed'); END;
CREATE TRIGGER contract_order_algo BEFORE UPDATE OF algo_lock ON contract_order
WHEN old.algo_lock IS NOT NULL AND new.algo_lock IS NOT NULL AND new.algo_lock <> old.algo_lock
BEGIN SELECT RAISE(ABORT, 'another algo trades the order'); END;

-- ---- positions: sums of executions and of trades between strategies, and nothing else ----
-- Each row stands on the one before it, so that a change that was reckoned from an older one is refused.

CREATE TABLE contract_position(
	seq INTEGER PRIMARY KEY,
	instrument TEXT NOT NULL, contract TEXT NOT NULL,
	time INTEGER NOT NULL,
	delta INTEGER NOT NULL CHECK(delta <> 0),
	position INTEGER NOT NULL,
	execution TEXT NOT NULL UNIQUE REFERENCES execution(id)
) STRICT;
CREATE INDEX contract_position_key ON contract_position(instrument, contract, seq);
CREATE TABLE strategy_position(
	seq INTEGER PRIMARY KEY,
	strategy TEXT NOT NULL, instrument TEXT NOT NULL,
	time INTEGER NOT NULL,
	delta INTEGER NOT NULL CHECK(delta <> 0),
	position INTEGER NOT NULL,
	execution TEXT UNIQUE REFERENCES execution(id),
	instrument_order INTEGER UNIQUE REFERENCES instrument_order(id), -- a balance or transfer trade of the strategy alone
	CHECK((execution IS NULL) <> (instrument_order IS NULL))
) STRICT;
CREATE INDEX strategy_position_key ON strategy_position(strategy, instrument, seq);
CREATE TRIGGER contract_position_next BEFORE INSERT ON contract_position WHEN new.position <> new.delta +
	coalesce((SELECT position FROM contract_position WHERE instrument = new.instrument AND contract = new.contract
		ORDER BY seq DESC LIMIT 1), 0)
BEGIN SELECT RAISE(ABORT, 'the position has changed meanwhile'); END;
CREATE TRIGGER strategy_position_next BEFORE INSERT ON strategy_position WHEN new.position <> new.delta +
	coalesce((SELECT position FROM strategy_position WHERE strategy = new.strategy AND instrument = new.instrument
		ORDER BY seq DESC LIMIT 1), 0)
BEGIN SELECT RAISE(ABORT, 'the position has changed meanwhile'); END;
CREATE TRIGGER contract_position_kept BEFORE UPDATE ON contract_position
BEGIN SELECT RAISE(ABORT, 'a position never changes, another follows'); END;
CREATE TRIGGER strategy_position_kept BEFORE UPDATE ON strategy_position
BEGIN SELECT RAISE(ABORT, 'a position never changes, another follows'); END;
CREATE TRIGGER contract_position_stays BEFORE DELETE ON contract_position
BEGIN SELECT RAISE(ABORT, 'a position is never removed'); END;
CREATE TRIGGER strategy_position_stays BEFORE DELETE ON strategy_position
BEGIN SELECT RAISE(ABORT, 'a position is never removed'); END;

CREATE VIEW contract_position_now AS SELECT instrument, contract, sum(delta) AS position, max(time) AS time
	FROM contract_position GROUP BY instrument, contract HAVING sum(delta) <> 0;
CREATE VIEW strategy_position_now AS SELECT strategy, instrument, sum(delta) AS position, max(time) AS time
	FROM strategy_position GROUP BY strategy, instrument HAVING sum(delta) <> 0;

-- Instruments of which contracts and strategies do not hold the same. A roll and a spread are between their legs half of
-- the time: what their live orders have done is left out.
CREATE VIEW position_break AS SELECT instrument, sum(c) AS contracts, sum(s) AS strategies FROM (
	SELECT instrument, delta AS c, 0 AS s FROM contract_position p WHERE NOT EXISTS (SELECT 1 FROM execution e
		JOIN broker_order b ON b.id = e.broker_order JOIN contract_order o ON o.id = b.parent
		JOIN instrument_order i ON i.id = o.parent WHERE e.id = p.execution AND i.state = 'live' AND (i.by = 'roll'
		OR (SELECT count(*) FROM contract_leg g WHERE g.id = o.id) > 1))
	UNION ALL SELECT instrument, 0, delta FROM strategy_position)
	GROUP BY instrument HAVING sum(c) <> sum(s);

-- ---- what may be traded ----

CREATE TABLE roll_state(
	instrument TEXT PRIMARY KEY CHECK(length(instrument) > 0),
	state TEXT NOT NULL CHECK(state IN ('No_Roll', 'Passive', 'Force', 'Force_Outright', 'Roll_Adjusted', 'No_Open', 'Close')),
	time INTEGER NOT NULL,
	by TEXT                                            -- the rule that set it; NULL: a person
) STRICT, WITHOUT ROWID;

-- A multiplier below 1 and from 0, which is Close; -1 No-trading; -2 Reduce-only. Of a strategy, an instrument, or both.
CREATE TABLE override(
	strategy TEXT NOT NULL DEFAULT '', instrument TEXT NOT NULL DEFAULT '',
	value REAL NOT NULL CHECK(value IN (-1.0, -2.0) OR (value >= 0.0 AND value < 1.0)),
	why TEXT,
	PRIMARY KEY(strategy, instrument), CHECK(strategy <> '' OR instrument <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE trade_limit(
	strategy TEXT NOT NULL DEFAULT '',                 -- '' for all together
	instrument TEXT NOT NULL CHECK(length(instrument) > 0),
	days INTEGER NOT NULL CHECK(days BETWEEN 1 AND 36500),
	most INTEGER NOT NULL CHECK(most BETWEEN 0 AND 1000000000), -- lots in so many days
	used INTEGER NOT NULL DEFAULT 0 CHECK(used BETWEEN 0 AND 1000000000000000),
	reset_time INTEGER NOT NULL,
	PRIMARY KEY(strategy, instrument, days)
) STRICT, WITHOUT ROWID;

CREATE TABLE position_limit(
	strategy TEXT NOT NULL DEFAULT '',
	instrument TEXT NOT NULL CHECK(length(instrument) > 0),
	most INTEGER NOT NULL CHECK(most BETWEEN 0 AND 1000000000), -- lots, long or short
	PRIMARY KEY(strategy, instrument)
) STRICT, WITHOUT ROWID;

CREATE TABLE instrument_lock(
	instrument TEXT NOT NULL CHECK(length(instrument) > 0),
	owner TEXT NOT NULL CHECK(owner IN ('user', 'break', 'unknown', 'reject', 'overfill', 'drift')),
	time INTEGER NOT NULL,
	why TEXT,
	PRIMARY KEY(instrument, owner)
) STRICT, WITHOUT ROWID;

-- Nothing is sent while one stands; reduce-only: nothing that makes a position larger. '' is everything.
CREATE TABLE halt(
	strategy TEXT NOT NULL DEFAULT '', instrument TEXT NOT NULL DEFAULT '',
	kind TEXT NOT NULL CHECK(kind IN ('halt', 'reduce-only')),
	by TEXT NOT NULL,                                  -- a check of the gate, or user
	time INTEGER NOT NULL,
	why TEXT,
	PRIMARY KEY(strategy, instrument, kind, by)
) STRICT, WITHOUT ROWID;

-- Orders that the gate refused or cut.
CREATE TABLE refusal(
	id INTEGER PRIMARY KEY,
	time INTEGER NOT NULL,
	strategy TEXT NOT NULL, instrument TEXT NOT NULL,
	trade INTEGER NOT NULL, allowed INTEGER NOT NULL,
	"check" TEXT NOT NULL, "limit" REAL, value REAL, why TEXT,
	proposed TEXT -- the order
) STRICT;

-- ---- capital: base currency; each row has all figures from its time on ----

CREATE TABLE account_capital(
	seq INTEGER PRIMARY KEY,
	time INTEGER NOT NULL,
	total REAL NOT NULL CHECK(total >= 0),             -- to trade with
	maximum REAL NOT NULL CHECK(maximum >= 0),         -- its highest
	broker REAL NOT NULL,                              -- the account's value at the broker
	profit REAL NOT NULL,                              -- earned so far
	flow REAL,                                         -- paid in, or out when negative; NULL: neither
	why TEXT
) STRICT;
CREATE TABLE strategy_capital(
	strategy TEXT NOT NULL CHECK(length(strategy) > 0),
	time INTEGER NOT NULL,
	capital REAL NOT NULL CHECK(capital >= 0),
	PRIMARY KEY(strategy, time)
) STRICT, WITHOUT ROWID;
