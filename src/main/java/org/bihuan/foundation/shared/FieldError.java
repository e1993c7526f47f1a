package org.bihuan.foundation.shared;

/**
 * One thing wrong with one field of what was sent, told to the person beside the field.
 *
 * @param field where, in dotted form: {@code applicant.phone}, {@code facts.reason}
 * @param code the message key's last part, for example {@code required} or {@code checksum}
 * @param message the same in words, both languages
 */
public record FieldError(String field, String code, Text message) {}
