-- Links that show what is not published yet. What opens them is kept as hashes only.
create table preview_link (
    agency_id   varchar(63)              not null,
    id          uuid                     not null primary key,
    site_id     varchar(63)              not null,
    name        varchar(200)             not null,
    audience    varchar(63)              not null,
    release_id  uuid,
    shown_at    timestamp with time zone,
    person_id   uuid,
    link_hash   varchar(64)              not null,
    cookie_hash varchar(64)              not null,
    created_at  timestamp with time zone not null,
    expires_at  timestamp with time zone not null,
    revoked_at  timestamp with time zone
);
create index preview_link_site on preview_link (agency_id, site_id, id);
