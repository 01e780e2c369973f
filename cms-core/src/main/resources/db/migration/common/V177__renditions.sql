-- What must stay in a picture when it is cut: whole percents from its top left; null for the middle.
alter table asset add column focus_x int;
alter table asset add column focus_y int;

-- What was made of an original, or why nothing could be made.
create table rendition (
    agency_id      varchar(63)              not null,
    id             uuid                     not null primary key,
    original       varchar(64)              not null,
    form           varchar(100)             not null,
    sha256         varchar(64)              not null,
    size           bigint                   not null,
    refusal_code   varchar(63)              not null,
    refusal_reason varchar(1000)            not null,
    since          timestamp with time zone not null,
    constraint rendition_once unique (agency_id, original, form)
);
