-- A platform table: answers to requests that may be sent again, kept for a day.
create table kept_answer (
    request      varchar(64)              not null primary key,
    content_hash varchar(64)              not null,
    status       int                      not null,
    location     varchar(2000)            not null,
    tag          varchar(200)             not null,
    body         varchar(1048576)         not null,
    at           timestamp with time zone not null
);
create index kept_answer_time on kept_answer (at);
