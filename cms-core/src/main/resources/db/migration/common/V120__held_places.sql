-- Who stands where, one row for each open publication: what makes a place unique. It stays as it is while an entry is replaced
-- where it stands, so that a release of many entries moves no index of places.
create table held_place (
    agency_id varchar(63)  not null,
    place     varchar(400) not null,
    site_id   varchar(63)  not null,
    audience  varchar(63)  not null,
    locale    varchar(35)  not null,
    entry_id  uuid         not null,
    primary key (place, site_id, audience, locale)
);
insert into held_place (agency_id, place, site_id, audience, locale, entry_id)
    select agency_id, place, site_id, audience, locale, entry_id from publication where to_version = 9223372036854775807;

alter table publication drop constraint publication_place;
create index publication_at on publication (place, site_id);
-- Whatever opened is changed: one index of versions serves both.
drop index publication_from;
