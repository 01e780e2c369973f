-- What people who work on a draft say to each other about it. The first of a conversation has its own id as thread.
create table review_comment (
    agency_id   varchar(63)              not null,
    id          uuid                     not null primary key,
    site_id     varchar(63)              not null,
    entry_id    uuid                     not null,
    locale      varchar(35)              not null,
    thread_id   uuid                     not null,
    place       varchar(1000)            not null,
    quote       varchar(1000)            not null,
    revision    uuid                     not null,
    words       varchar(4000)            not null,
    made_at     timestamp with time zone not null,
    made_by     uuid                     not null,
    emptied     boolean                  not null,
    resolved_at timestamp with time zone,
    resolved_by uuid                     not null
);
create index review_comment_translation on review_comment (entry_id, locale, id);
create index review_comment_thread on review_comment (thread_id, id);
create index review_comment_site on review_comment (site_id);
