-- What was put in the trash lately, so that publishing can look once more while the site is locked.
create index entry_deleted on entry (site_id, deleted_at);
