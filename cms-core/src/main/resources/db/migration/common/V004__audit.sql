create table audit_event (
    agency_id varchar(63)              not null,
    id        uuid                     not null primary key,
    at        timestamp with time zone not null,
    actor     varchar(100)             not null,
    action    varchar(100)             not null,
    subject   varchar(300)             not null,
    details   varchar(1048576)         not null,
    chain_no  bigint,
    seal      varchar(64),
    unique (agency_id, chain_no)
);
create index audit_event_time on audit_event (agency_id, at);
