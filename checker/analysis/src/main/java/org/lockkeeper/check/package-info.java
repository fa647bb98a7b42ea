/** The contract of a check: what it is told, what it answers. */
package org.lockkeeper.check;
