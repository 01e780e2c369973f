-- Which entry a file of an imported archive became: reserved before the entry is made, so that a run that died goes on
-- with the same entries, and a second run finds what the first one made.
create table import_origin (
    id           uuid          not null primary key,
    agency_id    varchar(63)   not null,
    site_id      varchar(63)   not null,
    origin       varchar(500)  not null,
    address      varchar(1000) not null,
    entry_id     uuid          not null,
    revision_id  varchar(36),
    content_hash varchar(64),
    published    varchar(64),
    constraint import_origin_once unique (agency_id, site_id, origin)
);
create index import_origin_entry on import_origin (agency_id, entry_id);
