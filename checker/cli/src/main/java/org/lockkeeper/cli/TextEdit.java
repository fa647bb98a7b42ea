package org.lockkeeper.cli;

/**
 * A change of a source file.
 *
 * @param file as in {@link org.lockkeeper.ir.Site#file()}
 * @param start 0-based character offset
 * @param end offset behind the last character that goes
 * @param text what comes instead
 */
record TextEdit(String file, int start, int end, String text) {}
