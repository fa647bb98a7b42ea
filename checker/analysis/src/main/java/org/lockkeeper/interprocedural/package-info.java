/**
 * What methods mean to each other: who calls whom, what a call does, what callers hold, who uses a
 * field. Finds out, and never reports.
 */
package org.lockkeeper.interprocedural;
