-- why:    a restore must tell a fresh database from one that holds something
-- locks:  none, a comment
-- undo:   restore the former comment
comment on table calendar.edition is
  'One row, made with the table: how many imports changed the calendar. Locked by every import, so imports queue; read by every process to see that its copy is stale. [seeded]';
