/**
 * Locks that are taken inside each other: in which order, by whom, and whether two threads can wait
 * in a circle.
 */
package org.lockkeeper.order;
