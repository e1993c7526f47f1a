package org.bihuan.services.grids;

import java.util.List;
import java.util.UUID;

/**
 * A record with its history.
 *
 * @param file as it stands
 * @param versions who wrote which version when
 * @param clashes edits that wait for somebody to choose
 */
record RecordHistory(RecordFile file, List<RecordSql.Version> versions, List<UUID> clashes) {

  RecordHistory {
    versions = List.copyOf(versions);
    clashes = List.copyOf(clashes);
  }
}
