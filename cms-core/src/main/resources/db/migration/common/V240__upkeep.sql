-- Who looks after an entry (the nil UUID: nobody), and the day on which somebody has to look at it again (ISO 8601, so that
-- they sort by time).
alter table entry add column owner_id uuid default '00000000-0000-0000-0000-000000000000' not null;
alter table entry add column review_on varchar(10);
create index entry_review on entry (site_id, review_on);
