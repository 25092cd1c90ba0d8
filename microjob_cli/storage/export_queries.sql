-- What people ask of the records, for Datasette: each query under its name and title.
-- sites_paying_by: Which sites pay by this method? As `microjob list --payout METHOD`. Write an id, as bkash.
select sites.id, sites.name, verdict, evidence, minimum, fee, payout_options.confirmed
from sites join (
  select payout_options.*, (select confirmed from facts where facts.site = payout_options.site
    and field = 'payouts.' || payout_options.method || '.offered') as confirmed
  from payout_options
) as payout_options on payout_options.site = sites.id
where "current" and payout_options.method = :method
order by place;
-- sites_with_verdict: Which sites are proven, or to avoid? As `microjob list --verdict VERDICT`.
select id, name, verdict, reasons, evidence, evidence_date, website from sites where verdict = :verdict order by place;
-- lowest_minimums: Where can the least be withdrawn by a method that reaches me?
select sites.id, sites.name, method, minimum, minimum_number, minimum_currency, verdict
from payout_options join sites on sites.id = site
where usable and "current" and minimum_currency = :currency and verdict in ('proven', 'unproven')
order by minimum_number, place;
-- who_was_paid: Who tells of having been paid, or not?
select sites.name, paid, by, method, amount, amount_currency, payment_proofs.country, as_of, text_en, text_bn,
  sources.title, sources.address
from payment_proofs join sites on sites.id = site join sources on sources.id = source
order by as_of_last desc, place;
-- what_to_beware_of: What speaks against a site? As the warnings of `microjob show SITE`. Write an id, as hotovaga.
select code, weight, text_en, text_bn, as_of, sources.title, sources.address
from warnings join sources on sources.id = source
where site = :site
order by weight = 'note', weight = 'care', as_of_last desc;
-- where_it_comes_from: Who says so? As `microjob why RECORD FIELD`.
select role, value, bound, as_of, confidence, sources.title, sources.kind, sources.address, claims.note_en, claims.id
from claims join sources on sources.id = source
where record = :record and field = :field
order by role is null, role = 'earlier', role = 'disputed', role = 'agreeing', as_of_last desc;
-- how_a_name_is_meant: What does a name, a former name or a spelling lead to? Part of it is enough.
select written, kind, coalesce(site, method, task) as id,
  case when site is not null then 'sites' when method is not null then 'methods' else 'tasks' end as found_in
from names where written like '%' || :name || '%' order by kind, written;
-- rate_of_a_currency: What is a currency worth? As `microjob why USD/BDT`.
select rate, quote, rates.date, rates.kind, confidence, sources.title, sources.address
from rates join sources on sources.id = source
where base = :base and quote = :quote
order by rates.date_last desc;
