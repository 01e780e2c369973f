-- A platform table: a group belongs to one site, its members may be anyone.
create table group_member (
    id        uuid                     not null primary key,
    person_id uuid                     not null references person (id),
    site_id   varchar(63)              not null references site_head (id),
    group_id  varchar(56)              not null,
    role      varchar(10)              not null,
    since     timestamp with time zone not null,
    unique (person_id, site_id, group_id)
);
create index group_member_group on group_member (site_id, group_id);
