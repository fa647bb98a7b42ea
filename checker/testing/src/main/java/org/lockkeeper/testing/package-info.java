/**
 * The harness: what the sources under {@code testdata} expect, and whether a door's findings meet
 * it.
 */
package org.lockkeeper.testing;
