/**
 * The checks as Error Prone checks. Their classes are generated, one for each; the engine runs once
 * for all of them.
 */
package org.lockkeeper.errorprone;
