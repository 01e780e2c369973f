-- What a site's imports make of each kind of source: kept under a name, to be used again.
create table import_mapping (
    id         uuid         not null primary key,
    agency_id  varchar(63)  not null,
    site_id    varchar(63)  not null,
    name       varchar(63)  not null,
    mapping    varchar(1048576) not null,
    changed_at timestamp with time zone not null,
    constraint import_mapping_once unique (agency_id, site_id, name)
);
create index import_mapping_site on import_mapping (site_id);
