/** The guards over words: on pages, in messages, in the glossary. */
@NullMarked
package org.bihuan.house.words;

import org.jspecify.annotations.NullMarked;
