-- why:    a kept list may be of one kind of appeal
-- locks:  view for a moment, a column without a default
-- undo:   alter table views.view drop column kind
alter table views.view add column kind text; -- absent: all kinds
comment on column views.view.kind is 'The kind of appeal a list is of; absent: all kinds.';
