-- What editors say about a file, which of its files it is now, and how often it was changed.
alter table asset add column title varchar(300);
alter table asset add column alt_texts varchar(65536);
alter table asset add column credit varchar(300);
alter table asset add column licence varchar(1000);
alter table asset add column language varchar(35);
alter table asset add column file_number int default 1 not null;
alter table asset add column changes bigint default 0 not null;

-- What an asset was before it was replaced.
create table former_file (
    agency_id   varchar(63)              not null,
    id          uuid                     not null primary key,
    asset_id    uuid                     not null,
    site_id     varchar(63)              not null,
    number      int                      not null,
    file_name   varchar(200)             not null,
    media_type  varchar(100)             not null,
    size        bigint                   not null,
    sha256      varchar(64)              not null,
    width       int                      not null,
    height      int                      not null,
    focus_x     int,
    focus_y     int,
    replaced_at timestamp with time zone not null,
    constraint former_file_once unique (agency_id, asset_id, number)
);
create index former_file_blob on former_file (sha256);
