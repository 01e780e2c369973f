-- Who outside is told of the versions of a site, and of which it was told last. Of the installation, as schedules are, so that one
-- question finds what is due in all agencies.
create table webhook (
    id               uuid                     not null primary key,
    agency_id        varchar(63)              not null,
    site_id          varchar(63)              not null,
    url              varchar(2000)            not null,
    wanted           varchar(200)             not null,
    secret           varchar(100)             not null,
    old_secret       varchar(100)             not null,
    old_secret_until timestamp with time zone not null,
    state            varchar(10)              not null,
    told_version     bigint                   not null,
    replay_after     bigint,
    tries            integer                  not null,
    failing_since    timestamp with time zone,
    next_try_at      timestamp with time zone not null,
    failure          varchar(40)              not null,
    test_asked_at    timestamp with time zone,
    claim            uuid,
    claimed_until    timestamp with time zone not null,
    installation     varchar(64)              not null,
    created_at       timestamp with time zone not null,
    changes          bigint                   not null
);
create index webhook_site on webhook (site_id, id);

-- Each try to send something, and what came of it.
create table webhook_delivery (
    id         uuid                     not null primary key,
    webhook_id uuid                     not null,
    site_id    varchar(63)              not null,
    event_id   uuid                     not null,
    version    bigint,
    sent_at    timestamp with time zone not null,
    millis     bigint                   not null,
    attempt    integer                  not null,
    status     integer,
    failure    varchar(40)              not null
);
create index webhook_delivery_log on webhook_delivery (webhook_id, id);
create index webhook_delivery_time on webhook_delivery (sent_at);
