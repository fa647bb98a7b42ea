package org.lockkeeper.check;

import org.lockkeeper.ir.Site;

/**
 * A place that a finding rests on besides its primary one.
 *
 * @param site where
 * @param text what happens there, without line numbers: {@code acquires `left`}
 * @param thread from 1 in an interleaving; 0 when it belongs to neither
 */
public record Evidence(Site site, String text, int thread) {}
