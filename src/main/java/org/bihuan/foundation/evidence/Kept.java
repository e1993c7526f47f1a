package org.bihuan.foundation.evidence;

/** What became of a file that was handed in. */
public sealed interface Kept {

  /** It is on the disk and in the list of its matter; also if the same content was there before. */
  record Stored(StoredFile file) implements Kept {}

  /** It was not kept, and nothing of it is left. */
  record Refused(FileRefusal reason) implements Kept {}
}
