create table asset (
    agency_id  varchar(63)              not null,
    id         uuid                     not null primary key,
    site_id    varchar(63)              not null,
    file_name  varchar(200)             not null,
    media_type varchar(100)             not null,
    size       bigint                   not null,
    sha256     varchar(64)              not null,
    width      int                      not null,
    height     int                      not null,
    since      timestamp with time zone not null
);
create index asset_site on asset (agency_id, site_id);
create index asset_blob on asset (sha256);
