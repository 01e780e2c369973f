-- By the mark the installation knows what it wrote itself; null for events from before there were marks.
alter table audit_event add column mark varchar(64);

-- How long each chain is, and its last seal: a cut end is noticed. Made at the first start, from the chains as they are.
create table audit_head (
    agency_id   varchar(63)              not null,
    id          uuid                     not null primary key,
    events      bigint                   not null,
    seal        varchar(64)              not null,
    marked_from bigint                   not null,
    at          timestamp with time zone not null,
    mark        varchar(64)              not null
);
