-- Themes that agencies uploaded; the bytes are blobs.
create table theme_package (
    agency_id     varchar(63)              not null,
    id            uuid                     not null primary key,
    name          varchar(63)              not null,
    theme_version varchar(100)             not null,
    sha256        varchar(64)              not null,
    size          bigint                   not null,
    uploaded_at   timestamp with time zone not null,
    constraint theme_package_once unique (agency_id, sha256)
);
