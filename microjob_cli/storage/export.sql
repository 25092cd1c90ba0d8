-- The tables of `microjob data export`. What stands behind a table or a column is what README.md and Datasette say of it.
create table about ( -- Of which day, country and records this export is.
  name text primary key, -- day, country, records, program or license
  value text not null
) strict;
create table sources ( -- The pages that all else rests on.
  id text primary key, -- as claims name it
  title text not null,
  address text not null, -- where a reader is sent: of a copy, to the page that it copies
  kind text not null, -- official, independent, news, blog, copy or forum
  date text, -- the page's own: a year, a month or a day; empty where it shows none
  date_first text, -- the first day that it can mean
  date_last text, -- the last one
  living integer not null, -- 1: kept up to date by whoever it belongs to, as terms and help pages are
  archive text, -- where the web archive keeps it
  note_en text,
  note_bn text
) strict;
create table methods ( -- Ways in which money is paid out or held.
  id text primary key,
  name_en text not null,
  name_bn text not null,
  kind text not null, -- mobile-wallet, bank, cash, e-wallet, crypto, card, gift, transfer-operator, processor, airtime
  currency text,
  country text, -- where it belongs to one
  reaches text, -- whether people in the country of this export can receive by it: yes, partly or no
  standing text, -- what the law there says: clear, restricted, unknown or forbidden
  closed text -- since when it is closed
) strict;
create table tasks ( -- Kinds of work.
  id text primary key,
  name_en text not null,
  name_bn text not null,
  about_en text not null,
  about_bn text not null,
  breaks_rules_en text, -- which rule of another site it breaks
  breaks_rules_bn text,
  danger_en text, -- what it can cost
  danger_bn text
) strict;
create table sites ( -- The sites, each with the verdict on it for somebody in the country of this export, on its day.
  id text primary key,
  place integer not null, -- in the order of `microjob list`
  name text not null,
  website text,
  verdict text not null, -- proven, unproven, unknown, unreachable, closed or avoid: docs/ranking.md
  reasons text not null, -- the codes of what decides the verdict
  excluded text, -- why it is not ranked although the verdict would allow it
  evidence text not null, -- who says that it pays: paid, recent, old, site-only or nobody
  proofs integer not null, -- payments told of from outside
  witnesses integer not null, -- publishers from outside
  evidence_date text, -- of the proof or witness that the level rests on
  evidence_date_first text,
  evidence_date_last text,
  evidence_source text references sources (id),
  reach text not null, -- the ids of its payout methods that reach somebody there
  status text,
  kind text,
  skill text,
  pay_to_join text,
  successor text,
  founded text,
  founded_first text,
  founded_last text,
  headquarters text,
  owner text,
  accepts text, -- whether it takes people from the country of this export: yes, partly or no
  devices text,
  identity_checks text,
  review_days text,
  success_rate text,
  task_pay text,
  earnings text,
  confirmed text, -- the newest date on which a source said that it works or how it pays: no proof that it pays
  confirmed_first text,
  confirmed_last text
) strict;
create table names ( -- Every name, former name and spelling, and what it leads to.
  written text not null,
  folded text not null, -- without case, spaces and signs: what the program compares
  kind text not null, -- id, name, former, alias or address
  site text references sites (id),
  method text references methods (id),
  task text references tasks (id)
) strict;
create table transfers ( -- Single hops of money between two methods in one country, on the day of this export.
  id text primary key,
  country text not null,
  start text not null references methods (id), -- where the money is before
  target text not null references methods (id), -- and after it
  kind text not null, -- transfer, remittance or cash-out
  way_en text,
  way_bn text,
  valid_from text,
  valid_from_first text,
  valid_from_last text,
  valid_to text,
  valid_to_first text,
  valid_to_last text,
  in_force integer not null, -- 1: these terms hold on the day
  available text,
  standing text,
  fee text, -- as a record writes it: 1.5% to 2% + 0.50 USD
  fee_minimum text, -- decimal
  fee_minimum_number real,
  fee_minimum_currency text,
  fee_maximum text, -- decimal
  fee_maximum_number real,
  fee_maximum_currency text,
  margin text,
  days text
) strict;
create table rates ( -- What one unit of a currency cost on a day.
  base text not null,
  quote text not null,
  rate text not null, -- decimal: so many of `quote` for one `base`
  rate_number real not null,
  date text not null,
  date_first text not null,
  date_last text not null,
  kind text not null, -- who would give it to whom
  source text not null references sources (id),
  confidence text not null
) strict;
create table claims ( -- All that is said: one row for what one source says of one field of one record.
  id text primary key, -- made of record, field, source and value: the same in each export, and in `microjob why -f json`
  part text not null, -- platforms, methods, transfers, incentives or task_types
  record text not null, -- its id
  field text not null, -- as `microjob why RECORD FIELD` takes it
  site text references sites (id),
  method text references methods (id), -- of a method, or of a site's payout by it
  task text references tasks (id),
  transfer text references transfers (id),
  value text not null, -- as a record writes it
  low real, -- the number in it, or the lower end of a range
  high real,
  unit text, -- a currency, %, minutes ...
  bound text not null, -- exact, at_most or at_least
  source text not null references sources (id),
  confidence text not null, -- high, medium or low
  as_of text, -- when it was so: a year, a month or a day; empty where nobody says
  as_of_first text,
  as_of_last text,
  seen text, -- when its page last still said so
  seen_first text,
  seen_last text,
  since text, -- from when it holds
  since_first text,
  since_last text,
  until text, -- and until when
  until_first text,
  until_last text,
  basis text not null, -- stated, or inference: concluded from what the source says
  role text, -- to what is shown: chosen, agreeing, disputed or earlier; empty: not yet known on the day of this export
  shown integer not null, -- 1: this is what the program shows
  note_en text,
  note_bn text
) strict;
create table facts ( -- What the claims of a field come to on the day of this export: what the program shows.
  part text not null,
  record text not null,
  field text not null,
  site text references sites (id),
  claim text references claims (id), -- the one that is shown; empty: nobody says
  value text,
  low real,
  high real,
  unit text,
  stale integer not null, -- 1: older than a fact of its sort may be
  confirmed text, -- the newest date on which a source said so
  confirmed_first text,
  confirmed_last text,
  agreeing integer not null, -- how many other claims agree
  disputed integer not null, -- how many say otherwise
  earlier integer not null, -- how many speak of the time before
  primary key (part, record, field)
) strict;
create table payout_options ( -- A site's use of a payout method, on the day of this export.
  site text not null references sites (id),
  method text not null references methods (id),
  "current" integer not null, -- 1: offered, at least to some, and not ended
  usable integer not null, -- 1: known to reach somebody in the country of this export
  offered text,
  minimum text, -- as a record writes it; several amounts: either is enough
  minimum_amount text, -- decimal; empty where there are several
  minimum_number real,
  minimum_currency text,
  minimum_bound text,
  fee text,
  days text,
  since text,
  since_first text,
  since_last text,
  until text,
  until_first text,
  until_last text,
  superseded_by text references methods (id),
  primary key (site, method)
) strict;
create table site_tasks ( -- Which kinds of work a site has, and what it pays for them.
  site text not null references sites (id),
  task text not null references tasks (id),
  offered text,
  pay text,
  primary key (site, task)
) strict;
create table warnings ( -- What speaks against a site, or can cost those who work there.
  site text not null references sites (id),
  code text not null,
  weight text not null, -- avoid, care or note
  text_en text not null,
  text_bn text not null,
  source text not null references sources (id),
  as_of text,
  as_of_first text,
  as_of_last text,
  confidence text not null,
  basis text not null
) strict;
create table payment_proofs ( -- Told events of having been paid, or not.
  site text not null references sites (id),
  paid text not null, -- yes, partly or no
  by text not null, -- who tells of it: worker, reviewer or press
  method text references methods (id),
  amount text, -- decimal
  amount_number real,
  amount_currency text,
  country text,
  text_en text not null,
  text_bn text not null,
  source text not null references sources (id),
  as_of text,
  as_of_first text,
  as_of_last text,
  confidence text not null,
  basis text not null
) strict;
-- Bengali vowel signs are part of a word, and no letter stands for another.
create virtual table sites_fts using fts5(text, tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'");
create virtual table methods_fts using fts5(text, tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'");
