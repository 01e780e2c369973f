-- Platform tables: how far each follower has come with each site, and which rendered version is live.
create table follower_cursor (
    follower      varchar(120)             not null,
    site_id       varchar(63)              not null,
    version       bigint                   not null,
    tries         int                      not null,
    next_try_at   timestamp with time zone not null,
    failure       varchar(2000)            not null,
    moved_at      timestamp with time zone not null,
    claimed_by    varchar(60)              not null,
    claimed_until timestamp with time zone not null,
    primary key (follower, site_id)
);

create table site_live (
    site_id  varchar(63)              not null primary key,
    version  bigint                   not null,
    root     varchar(200)             not null,
    moved_at timestamp with time zone not null
);
