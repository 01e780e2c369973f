-- Platform table: the rendered versions of each site that are kept. The live one (site_live) is always among them.
create table site_root (
    site_id varchar(63)              not null,
    version bigint                   not null,
    root    varchar(200)             not null,
    live_at timestamp with time zone not null,
    primary key (site_id, version)
);

insert into site_root (site_id, version, root, live_at) select site_id, version, root, moved_at from site_live;

-- Platform table: when work that one node does for all was last begun.
create table last_turn (
    name     varchar(60)              not null primary key,
    began_at timestamp with time zone not null
);
