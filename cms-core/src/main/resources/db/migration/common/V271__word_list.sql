-- The words that an agency would rather not read, and its abbreviations. One row an agency, or none.
create table word_list (
    agency_id varchar(63)      not null,
    id        uuid             not null primary key,
    words     varchar(1048576) not null
);
